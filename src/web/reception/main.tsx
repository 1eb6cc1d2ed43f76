import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import '../shared/rows.css';
import './reception.css';
import '../screens/screens.css';
import './sheet.css';
import { begin } from '../shared/begin.js';
import { Reception } from './reception.js';

begin(<Reception />);
