import { render } from 'preact';
import { fetchWordsOfNeed } from '../shared/fonts.js';
import '../shared/theme.css';
import './board.css';
import './frame.css';
import './parts.css';
import './timer.css';
import './comments.css';
import './standby.css';
import './stages.css';
import './requirements.css';
import './ballot.css';
import './tally.css';
import './rostrum.css';
import './band.css';
import './portrait.css';
import './strip.css';
import './far.css';
import '../display/pairing.css';
import { readAddress } from '../shared/address.js';
import { Boundary } from './boundary.js';
import { Page } from './page.js';
import { leaveUnattended } from './unattended.js';

const address = readAddress(location);
document.documentElement.dataset.theme = address.theme ?? 'dark';
document.documentElement.dataset.view = address.view ?? 'HALL';
leaveUnattended();
fetchWordsOfNeed();

const root = document.getElementById('board');
if (root) {
  render(
    <Boundary>
      <Page address={address} />
    </Boundary>,
    root,
  );
}
