/** How a board looks, wherever one is shown. */
import '../shared/fonts.js';
import '../shared/theme.css';
import './board.css';
import './frame.css';
import './parts.css';
import './timer.css';
import './comments.css';
import './standby.css';
import './stages.css';
import './requirements.css';
import './portrait.css';
import './strip.css';
import '../display/pairing.css';
