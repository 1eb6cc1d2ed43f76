import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import './home.css';
import { begin } from '../shared/begin.js';
import { Home } from './home.js';

begin(<Home />);
