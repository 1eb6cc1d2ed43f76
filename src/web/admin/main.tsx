import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import '../shared/rows.css';
import './admin.css';
import { begin } from '../shared/begin.js';
import { Admin } from './admin.js';

begin(<Admin />);
