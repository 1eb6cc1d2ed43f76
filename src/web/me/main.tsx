import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import '../enter/enter.css';
import './me.css';
import { begin } from '../shared/begin.js';
import { Me } from './me.js';

begin(<Me />);
