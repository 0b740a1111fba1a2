import type { CommandName } from '../../domain/operation/command-schemas';
import { scoreThreat } from '../../domain/scoring/score-threat';
import { SIO, someone, SUPERVISOR, TASKING, type Engine } from './stack';
import { LOW_THREAT } from './threat-inputs';
import { today } from './today';

const ANALYST = someone('intelligence-analyst-norfolk', 'intelligence-analyst');

/** An operation on a day of enforcement: a plan with three premises, five suspects, a team, nothing done yet. */
export class EnforcementDay {
  private constructor(
    private readonly engine: Engine,
    readonly reference: string,
    /** The day, as YYYY-MM-DD. */
    readonly day: string,
  ) {}

  static readonly SUSPECTS = ['Bence Minta', 'Katinka Példa', 'Csenge Teszt', 'Dávid Próba', 'Eszter Kitalált'];
  static readonly ADDRESSES = ['1 Example Road, Norwich', '2 Sample Road, Norwich', 'Unit 7, Invented Estate'];

  static async begun(engine: Engine): Promise<EnforcementDay> {
    const day = new EnforcementDay(engine, await engine.open(), today());
    await day.prepare();
    return day;
  }

  /** Address of its board. */
  get board(): string {
    return `/operations/${this.reference}/day/${this.day}`;
  }

  /** Gives a command of the senior investigating officer that must be recorded. */
  async does(command: CommandName, body: object, actor = SIO): Promise<void> {
    await this.engine.does(this.reference, actor, command, body);
  }

  private async prepare(): Promise<void> {
    const invented = 'Invented.';
    await this.does('submitReferral', {}, TASKING);
    await this.does('recordThreatScore', { ...LOW_THREAT, rationale: invented }, TASKING);
    await this.does('confirmThreatScore', { risk: scoreThreat(LOW_THREAT).risk }, TASKING);
    await this.does('adopt', { codename: 'Lantern', products: ['travel'], rationale: invented }, TASKING);
    for (const [{ id }, role] of [
      [SIO, 'senior-investigating-officer'],
      [ANALYST, 'intelligence-analyst'],
    ] as const)
      await this.does('assignTeam', { person: id, role }, TASKING);
    await this.does('completeProduct', { product: 'travel', summary: invented });
    for (const name of EnforcementDay.SUSPECTS)
      await this.does('addSubject', { roles: ['suspect'], name, grounds: invented });
    await this.does('submitPackage', { summary: invented });
    await this.does('signOffPackage', {}, SUPERVISOR);
    await this.does('advance', {});
    const premises = EnforcementDay.ADDRESSES.map((address, nth) => ({
      address,
      power: nth === 0 ? 'warrant-pace-s8' : 'pace-s17',
    }));
    await this.does('signEnforcementPlan', { plan: invented, policyFile: invented, premises });
    await this.does('setEnforcementDay', { date: this.day, briefing: 'Team Red: first address. Team Blue: second.' });
    await this.does('applyForWarrant', { premises: 'P1', power: 'warrant-pace-s8', court: 'NORWICH-MC' });
    await this.does('grantWarrant', { warrant: 'W1' });
  }
}
