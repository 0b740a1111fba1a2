import { Connection } from './connection.js';
import { followForms } from './fragments.js';
import { followLive } from './live.js';
import { keepForms } from './keep-forms.js';
import { rememberRegions } from './refresh.js';
import { startComponents } from './components.js';
import { startLinkChart } from './link-chart.js';
import { lookAgain } from './look-again.js';
import { tick } from './ticking.js';

rememberRegions();
await startComponents();
keepForms();
followForms();
const connection = new Connection(() => tick(connection));
followLive(connection);
startLinkChart();
lookAgain(connection);
