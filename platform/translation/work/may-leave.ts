/** A column of a query over `operation o`: the rule of its force that stands, null where nothing leaves. */
export const MAY_LEAVE_UP_TO = `
  (SELECT may_leave_up_to FROM premises_rule p WHERE p.force = o.lead_force ORDER BY version DESC LIMIT 1) AS "mayLeaveUpTo"`;
