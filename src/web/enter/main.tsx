import '../shared/fonts.js';
import '../shared/theme.css';
import '../shared/page.css';
import '../shared/forms.css';
import './enter.css';
import { begin } from '../shared/begin.js';
import { takeFragment } from '../shared/fragment.js';
import { Enter } from './enter.js';

begin(<Enter scanned={takeFragment()} />);
