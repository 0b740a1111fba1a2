import { z } from 'zod';
import { modelReference, threatModelContent } from '../../../domain/scoring/model.schema';

export const threatModelAnswer = threatModelContent
  .safeExtend(modelReference.shape)
  .meta({ id: 'ThreatModel', description: 'A threat model: what it asks, and what each answer means' });

export const threatModelList = z.object({ items: z.array(threatModelAnswer) }).meta({ id: 'ThreatModelList' });
export type ThreatModelList = z.output<typeof threatModelList>;
