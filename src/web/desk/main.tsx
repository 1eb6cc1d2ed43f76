import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import '../shared/rows.css';
import './desk.css';
import '../console/notices.css';
import './drafting.css';
import { begin } from '../shared/begin.js';
import { DeskPage } from './desk.page.js';

begin(<DeskPage />);
