// The site map on one page: every address and the module that answers it.
import { index, prefix, route, type RouteConfig } from '@remix-run/route-config';

const page = (path: string, file: string, id = file) => route(path, `pages/${file}.tsx`, { id });
const resource = (path: string, file: string) => route(path, `pages/${file}.ts`, { id: file });

export default [
  index('pages/language.ts', { id: 'language' }),
  resource('api/v1/term', 'api/term'),
  route(':lang', 'pages/frame.tsx', { id: 'frame' }, [
    index('pages/home.tsx', { id: 'home' }),

    ...prefix('appeals', [
      page('', 'appeals/list'),
      page('new', 'appeals/new'),
      resource(':number/files/:fileId', 'appeals/download'),
      page(':number', 'appeals/case'),
      page(':number/:act', 'appeals/act'),
    ]),
    ...prefix('rounds', [
      page('', 'rounds/list'),
      page('calendar', 'rounds/calendar'),
      page('new', 'round-work/new'),
      page(':number/prepare', 'round-work/prepare'),
      page(':number/settings', 'round-work/settings'),
      page(':number/documents', 'round-work/documents'),
      page(':number/invitations', 'round-work/invitations'),
      page(':number/work', 'round-work/work'),
      page(':number/points/:pointId', 'round-work/point'),
      page(':number/acts', 'round-work/acts'),
      page(':number/acts/:act', 'round-work/act'),
      page(':number/commitments/:commitmentId', 'round-work/commitment'),
      page(':number/comment', 'rounds/comment-new'),
      page(':number/comments', 'rounds/comments'),
      page(':number/reach', 'rounds/reach'),
      page(':number/changes', 'rounds/changes'),
      page(':number/moderation', 'rounds/moderation'),
      resource(':number/files/:file', 'rounds/report'),
      resource(':number/dossier/:file', 'rounds/dossier'),
      resource(':number/attachments/:fileId', 'rounds/round-file'),
      page(':number', 'rounds/round'),
    ]),
    resource('follow', 'rounds/follow'),
    page('unfollow/:token', 'rounds/unfollow'),
    resource('rounds.ics', 'rounds/ics'),
    resource('rounds.atom', 'rounds/atom'),

    page('comments/:number', 'rounds/comment'),
    page('comments/:number/moderate', 'rounds/comment-moderate'),
    resource('comments/:number/files/:fileId', 'rounds/comment-file'),
    page('today', 'appeals/today'),
    page('desk', 'desk/desk'),

    page('bodies', 'bodies/tree'),
    page('bodies/:slug', 'bodies/body'),
    page('bodies/:slug/scores', 'scores/body'),
    page('bodies/:slug/scores/cases', 'scores/cases'),
    resource('bodies/:slug/scores/files/:file', 'scores/body-file'),
    page('scores', 'scores/overview'),
    resource('scores/files/:file', 'scores/file'),

    page('councils', 'councils/list'),
    page('councils/:slug', 'councils/council'),
    page('councils/:slug/desk', 'councils/desk'),
    page('councils/:slug/meetings/:number', 'councils/meeting'),
    page('councils/:slug/instruments', 'instruments/list'),

    ...prefix('instruments/:id', [
      page('', 'instruments/draft'),
      page('settings', 'instruments/settings'),
      page('pages/:page', 'instruments/page'),
      page('items/:item', 'instruments/item'),
      page('scales/:scale', 'instruments/scale'),
      page('preview', 'instruments/preview'),
      resource('file', 'instruments/file'),
    ]),

    page('guide', 'guide/contents'),
    page('guide/calendar/:year', 'guide/calendar'),
    page('guide/rounds/:kind', 'guide/round'),
    page('guide/surveys', 'guide/surveys'),
    page('guide/surveys/:instrument', 'guide/survey'),
    page('guide/:kind', 'guide/procedure'),
    page('calculator', 'guide/calculator'),

    ...prefix('trust', [
      page('rights', 'trust/rights'),
      page('waves/new', 'trust/wave-new'),
      page('waves/:number/cancel', 'trust/wave-cancel'),
      page('take/:panelId', 'trust/take'),
      resource('take/:panelId/sign', 'trust/sign'),
      page('answer/:panelId', 'trust/answer'),
    ]),

    page('sign-in', 'accounts/sign-in'),
    page('sign-in/link', 'accounts/ask-link'),
    page('sign-in/form', 'accounts/interrupted'),
    resource('sign-out', 'accounts/sign-out'),
    page('link/:token', 'accounts/link'),
    page('invitation/:token', 'accounts/invitation'),
    page('register', 'accounts/register'),
    page('account', 'accounts/account'),
    page('letters', 'letters/letterbox'),
    page('letters/:id', 'letters/letter'),

    page('admin', 'admin/operations'),
    page('admin/bodies', 'admin/bodies'),
    page('admin/bodies/new', 'admin/body-new'),
    page('admin/bodies/:slug', 'admin/body'),
    page('admin/instruments', 'admin/instruments'),
    page('admin/councils', 'admin/councils'),
    page('admin/councils/new', 'admin/council-new'),
    page('admin/councils/:slug', 'admin/council'),

    page('*', 'not-found'),
  ]),
] satisfies RouteConfig;
