-- The themes of the support-need assessment: data that administrators edit. None is ever removed, since timelines name them.
CREATE TABLE support_need (
  code       text COLLATE "C" PRIMARY KEY,
  title      text NOT NULL,
  position   integer NOT NULL,
  retired    boolean NOT NULL DEFAULT false,
  version    integer NOT NULL DEFAULT 1,
  changed_by text COLLATE "C",
  changed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO support_need (code, title, position) VALUES
  ('accommodation', 'Accommodation', 1),
  ('safety', 'Safety and security', 2),
  ('physical-health', 'Physical health', 3),
  ('mental-health', 'Mental health', 4),
  ('substance-use', 'Drug and alcohol use', 5),
  ('counselling', 'Counselling and therapy', 6),
  ('immigration-advice', 'Immigration advice', 7),
  ('legal-advice', 'Legal advice', 8),
  ('criminal-proceedings', 'Support through criminal proceedings', 9),
  ('compensation', 'Compensation', 10),
  ('financial-support', 'Financial support', 11),
  ('employment', 'Employment', 12),
  ('education-and-training', 'Education and training', 13),
  ('interpretation', 'Interpretation and translation', 14),
  ('family-and-children', 'Family and children', 15),
  ('social-contact', 'Social contact and community', 16),
  ('travel', 'Travel to appointments', 17),
  ('voluntary-return', 'Voluntary return', 18);

GRANT SELECT, INSERT ON support_need TO waymark_api;
GRANT UPDATE (title, position, retired, version, changed_by, changed_at) ON support_need TO waymark_api;
