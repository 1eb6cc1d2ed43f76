import { render } from 'preact';
import '../shared/fonts.js';
import '../shared/theme.css';
import './home.css';
import { readAddress } from '../shared/address.js';
import { preferredLanguage } from '../shared/words.js';
import { Home } from './home.js';

const { language, theme } = readAddress(location);
document.documentElement.dataset.theme = theme ?? 'light';

const root = document.getElementById('home');
if (root) render(<Home language={language ?? preferredLanguage()} />, root);
