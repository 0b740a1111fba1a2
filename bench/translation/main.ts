import { measuring } from '../apart';
import { Report, type Measured } from '../report';
import { translation } from './translation';

void measuring((measured: Measured, say) => translation(measured, new Report(say)));
