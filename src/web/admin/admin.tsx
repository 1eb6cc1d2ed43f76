import { useSay, way } from '../shared/language.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { NotForYou } from '../shared/problem.js';
import { Tabs, useTab } from '../shared/tabs.js';
import { useViewer, Who } from '../shared/who.js';
import { Accounts } from './accounts.js';
import { adminWords } from './admin.words.js';
import { Audit } from './audit.js';

/** The administrators' page: accounts, and the audit trail. */
export function Admin() {
  const say = useSay(adminWords);
  const toConsole = useSay(pageWords).console;
  const viewer = useViewer();
  const tab = useTab(['accounts', 'audit']);
  const tabs = [
    { tab: 'accounts', name: say.accounts },
    { tab: 'audit', name: say.audit },
  ];
  return (
    <Page
      title={say.title}
      width="wide"
      links={<a href={way('/console')}>{toConsole}</a>}
      who={<Who viewer={viewer} />}
    >
      <h1>{say.title}</h1>
      {viewer && !viewer.isAdministrator && (
        <NotForYou reason={say.forAdministrators} isSignedIn={viewer.kind !== 'PUBLIC'} />
      )}
      {viewer?.isAdministrator && (
        <>
          <Tabs label={say.title} tabs={tabs} shown={tab} />
          {tab === 'accounts' ? <Accounts /> : <Audit />}
        </>
      )}
    </Page>
  );
}
