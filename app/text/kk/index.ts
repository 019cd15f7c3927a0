// Kazakh: the same keys as English, or it does not compile.
import type { Text } from '../en';
import { accounts } from './accounts';
import { addresses } from './addresses';
import { activity } from './activity';
import { acts } from './acts';
import { administration } from './administration';
import { answering } from './answering';
import { api } from './api';
import { appeals } from './appeals';
import { bodies } from './bodies';
import { calculator } from './calculator';
import { caseDossier } from './case-dossier';
import { caseTexts } from './case';
import { clocks } from './clocks';
import { contests } from './contests';
import { contestLetters } from './letters-contests';
import { councilDesk } from './council-desk';
import { councils } from './councils';
import { commenting, comments } from './comments';
import { desk } from './desk';
import { dossier } from './dossier';
import { drafts } from './drafts';
import { duties } from './duties';
import { embeds } from './embeds';
import { faults } from './faults';
import { feeds } from './feeds';
import { filing } from './filing';
import { follows } from './follows';
import { frame } from './frame';
import { guide } from './guide';
import { roundGuide } from './guide-rounds';
import { surveyGuide } from './guide-surveys';
import { home } from './home';
import { instruments } from './instruments';
import { issued } from './issued';
import { ledger } from './ledger';
import { letterbox } from './letterbox';
import { imports } from './imports';
import { inbox } from './inbox';
import { incoming } from './incoming';
import { letters } from './letters';
import { ownData } from './own-data';
import { past } from './past';
import { personal } from './personal';
import { roundChanges } from './round-changes';
import { roundPrepare } from './round-prepare';
import { roundReport } from './round-report';
import { roundWork } from './round-work';
import { roundLetters } from './letters-rounds';
import { surveyLetters } from './letters-surveys';
import { moderation } from './moderation';
import { office } from './office';
import { correctionLetter, corrections } from './corrections';
import { coverage } from './coverage';
import { notices } from './notices';
import { openData } from './open-data';
import { openPage } from './open-page';
import { operations } from './operations';
import { reach } from './reach';
import { refusals } from './refusals';
import { regions } from './regions';
import { register } from './register';
import { round } from './round';
import { stepLetters, steps } from './steps';
import { rounds } from './rounds';
import { scores } from './scores';
import { queue } from './queue';
import { security } from './security';
import { settings } from './settings';
import { signingIn } from './signing-in';
import { search } from './search';
import { surveyForm } from './survey-form';
import { today } from './today';
import { topics } from './topics';
import { trust } from './trust';
import { trustMethod } from './trust-method';
import { waves } from './waves';
import { webhooks } from './webhooks';

export const kk = {
  accounts,
  addresses,
  activity,
  acts,
  administration,
  answering,
  api,
  appeals,
  bodies,
  calculator,
  caseDossier,
  case: caseTexts,
  clocks,
  contests,
  contestLetters,
  councilDesk,
  councils,
  commenting,
  comments,
  desk,
  dossier,
  drafts,
  duties,
  embeds,
  faults,
  feeds,
  filing,
  follows,
  frame,
  guide,
  home,
  instruments,
  issued,
  ledger,
  letterbox,
  imports,
  inbox,
  incoming,
  letters,
  stepLetters,
  steps,
  moderation,
  office,
  notices,
  coverage,
  correctionLetter,
  corrections,
  openData,
  openPage,
  operations,
  ownData,
  past,
  personal,
  reach,
  refusals,
  register,
  regions,
  roundGuide,
  roundLetters,
  roundChanges,
  roundPrepare,
  roundReport,
  roundWork,
  round,
  rounds,
  scores,
  queue,
  security,
  settings,
  signingIn,
  search,
  surveyLetters,
  surveyForm,
  surveyGuide,
  today,
  topics,
  trust,
  trustMethod,
  waves,
  webhooks,
} satisfies Text;
