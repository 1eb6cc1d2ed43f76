import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import { begin } from '../shared/begin.js';
import { SignIn } from './sign-in.js';

begin(<SignIn />);
