import { measuring } from '../apart';
import { Report, type Measured } from '../report';
import { profiles } from './profiles';

void measuring((measured: Measured, say) => profiles(measured, new Report(say)));
