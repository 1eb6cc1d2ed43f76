import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import { begin } from '../shared/begin.js';
import { takeFragment } from '../shared/fragment.js';
import { Invite } from './invite.js';

begin(<Invite token={takeFragment()} />);
