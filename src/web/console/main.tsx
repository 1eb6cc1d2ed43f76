import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import '../shared/rows.css';
import '../reception/reception.css';
import '../screens/screens.css';
import './console.css';
import '../prepare/prepare.css';
import './deck.css';
import './next.css';
import './notices.css';
import './agenda.css';
import '../desk/desk.css';
import '../desk/drafting.css';
import { begin } from '../shared/begin.js';
import { Console } from './console.js';

begin(<Console />);
