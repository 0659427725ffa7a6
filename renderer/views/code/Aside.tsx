import { useSession } from '../../session.ts';
import { SeveralCodes } from '../codebook/SeveralCodes.tsx';
import { CodePane } from './CodePane.tsx';
import { DocumentPane } from './DocumentPane.tsx';
import { OfferedCode } from './OfferedCode.tsx';
import { ParticipantPane } from './ParticipantPane.tsx';
import { PassageList } from './PassageList.tsx';
import { PassagePane } from './PassagePane.tsx';

/** The right pane: whatever is at hand. */
export function Aside({ document }: { document: number }) {
  const aside = useSession((now) => now.aside);
  const offered = useSession((now) => now.offered);
  if (offered !== null) return <OfferedCode code={offered} document={document} />;
  if (aside?.kind === 'code') return <CodePane key={aside.id} code={aside.id} />;
  if (aside?.kind === 'codes') return <SeveralCodes codes={aside.ids} />;
  if (aside?.kind === 'participant') return <ParticipantPane key={aside.id} participant={aside.id} />;
  if (aside?.kind === 'document') return <DocumentPane key={aside.id} document={aside.id} />;
  if (aside?.kind === 'passages') return <PassageList document={document} />;
  return <PassagePane document={document} />;
}
