'use strict';

// All words of the page: [English, Japanese].
const TEXTS = {
  skip: ['Skip to content', '本文へ移動'], views: ['Views', '表示'], filters: ['Filters', '絞り込み'], table: ['Table', '表'], all: ['All', 'すべて'], clear: ['Clear filters', '絞り込みを解除'],
  'nav.overview': ['Overview', '概要'], 'nav.decisions': ['Decisions', '判断'], 'nav.pipe': ['Pipe width', '管の太さ'], 'nav.verdicts': ['Verdicts', '判定'], 'nav.policies': ['Policies', 'ポリシー'], 'nav.health': ['Health', '稼働状況'],
  'lead.overview': ['What routing cost, what it saved and what it did to quality.', 'ルーティングの費用、節約額、品質への影響です。'],
  'lead.decisions': ['Every request with the route it took. Open one to see the signals, every candidate’s bill and why.', '各リクエストと選ばれた経路です。開くと、シグナル、全候補の見積もり、理由が見られます。'],
  'lead.pipe': ['How many characters of your own requests fit into one token, by model and language. More characters per token: a wider pipe, a smaller bill.', '自社のリクエストで1トークンに入る文字数を、モデルと言語ごとに示します。多いほど管が太く、請求は小さくなります。'],
  'lead.verdicts': ['Whether a path was beneficial for a kind of request, and what that rests on.', 'ある種のリクエストに対して、その経路が有益だったか、その根拠とともに示します。'],
  'lead.policies': ['The policy versions that decided, and what candidate policies in shadow would have chosen.', '判断に使われたポリシーの版と、影で試した候補ポリシーの選択です。'],
  'lead.health': ['Whether records are written, what is kept, and which routes fail.', '記録が書き込めているか、何が保存されているか、どの経路が失敗しているかを示します。'],
  span: ['From {from} to {to} (UTC).', '期間：{from}～{to}（UTC）。'],
  predicted: ['predicted', '予測'], measured: ['measured', '実測'], estimated: ['estimated', '推定'], simulated: ['simulated', '模擬'], redacted: ['redacted', '伏せ字済み'], unknown: ['unknown', '不明'], nobody: ['none', 'なし'],
  'simulated.all': ['All records shown are simulated: stand-ins answered instead of models. No figure here is of a real model.', '表示中の記録はすべて模擬です。モデルの代わりに代役が回答しています。実在のモデルの数値ではありません。'],
  'simulated.some': ['Records shown here are simulated, or some of them: stand-ins answered instead of models. Filter by “Real” to leave them out.', '表示中の記録の全部または一部は模擬です（モデルの代役による回答）。「実際」で絞り込むと除外できます。'],
  records: ['Records', '記録'], 'records.real': ['Real', '実際'], 'records.simulated': ['Simulated', '模擬'],
  requests: ['Requests', 'リクエスト'], 'requests.note': ['{failed} failed, {over} went on to another route', '失敗 {failed}、別経路へ移行 {over} 件'],
  cost: ['Cost', '費用'], 'cost.note': ['{per} per 1,000 requests', '1,000件あたり {per}'], 'cost.unknown': ['{n} requests of unknown cost are not in it', '費用不明の {n} 件は含みません'], 'cost.perThousand': ['per 1,000', '1,000件あたり'],
  'saving.default': ['Saving against the default route', '既定の経路に対する節約'], 'saving.none': ['No request has both costs yet.', '両方の費用が分かるリクエストがまだありません。'], band: ['between {low} and {high}', '{low}～{high}'],
  times: ['{n}× its cost', '費用は{n}倍'], 'saving.share': ['Saving', '節約率'], 'saving.interval': ['Between', '範囲'], 'saving.net': ['Net of shadow runs', '影の実行を引いた節約'], saving: ['Saving', '節約'],
  quality: ['Quality', '品質'], points: ['{n} points', '{n} 点'], 'quality.note': ['expected against the default route; cautious end {low}', '既定の経路との差の見込み。慎重な端は {low}'], 'quality.none': ['No estimate with evidence.', '根拠のある推定がありません。'],
  feedback: ['Feedback', 'フィードバック'], 'feedback.note': ['{n} scores; between {low} and {high} (95 %)', '{n} 件、95 % 区間 {low}～{high}'], 'feedback.none': ['No feedback yet.', 'まだありません。'],
  latency: ['Latency', '応答時間'], 'latency.note': ['median; 95th percentile {p95}; first update {first} on average', '中央値。95パーセンタイル {p95}、最初の更新まで平均 {first}'], p50: ['Median', '中央値'], p95: ['95th pct.', '95 %点'],
  failed: ['Failed', '失敗'], cancelled: ['Cancelled', '中止'], failedOver: ['Failed over', '経路切替'], low: ['low', '下端'], likely: ['likely', '見込み'], high: ['high', '上端'], share: ['Share', '割合'], time: ['Time (UTC)', '時刻（UTC）'],
  'chart.cost': ['Cost', '費用'], 'chart.saving': ['Saving against the default route', '既定の経路に対する節約'], 'chart.volume': ['Requests', 'リクエスト数'], 'chart.latency': ['Time to the whole answer', '回答完了までの時間'],
  'chart.saving.note': ['Measured cost of what was sent, against the estimated cost of the default route for the same requests. The band is the sum of the estimates’ ends.', '送信分の実測費用と、同じリクエストを既定の経路に送った場合の推定費用との差です。帯は推定の両端の合計です。'],
  'chart.table': ['Show the figures', '数値を表示'], 'chart.seeTable': ['The figures follow as a table.', '数値は続く表にあります。'],
  baselines: ['Saving against fixed ways of choosing', '固定の選び方に対する節約'], baseline: ['Way of choosing', '選び方'], compared: ['Compared requests', '比較した件数'], 'baseline.cost': ['Its cost', 'その費用'],
  'baselines.note': ['Each line compares only requests whose two costs are known. The measured cost is after the providers’ usage; the other is estimated in the other route’s own tokenizer, for an answer of the measured length. The router’s own cost: {shadows} for shadow runs and judges, taken off in the last column, and {attempts} for attempts that did not answer, which is in the measured cost.', '各行は、両方の費用が分かるリクエストだけを比べます。実測はプロバイダーの使用量によるもの、もう一方は相手経路のトークナイザーによる、実測の回答長での推定です。ルーター自身の費用は、影の実行と審判が{shadows}（最後の列で差し引き済み）、回答に至らなかった試行が{attempts}（実測費用に含む）です。'], 'baselines.unknown': ['Of {n} shadow runs the cost is not wholly known.', '影の実行のうち{n}件は、費用の一部が不明です。'],
  'baseline.default': ['Always the default route', '常に既定の経路'], 'baseline.direct': ['Always direct', '常に直接'], 'baseline.translated': ['Always translated', '常に翻訳'], 'baseline.adapted': ['Always adapted', '常に日本語向けモデル'], 'baseline.cheapest': ['Always the cheapest', '常に最安'], 'baseline.dearest': ['Always the dearest', '常に最高額'],
  breakdown: ['Breakdown', '内訳'], 'breakdown.note': ['Columns with ≈ are estimated; all others are measured. Percentiles are interpolated within classes of time.', '≈ の列は推定、その他は実測です。パーセンタイルは時間区分の中で補間しています。'],
  route: ['Route', '経路'], model: ['Model', 'モデル'], language: ['Language', '言語'], task: ['Task', '課題'], tenant: ['Tenant', 'テナント'], path: ['Path', '方式'], kind: ['Kind', '種類'], policy: ['Policy', 'ポリシー'], mode: ['Mode', 'モード'],
  'tenant.none': ['(no tenant)', '（テナントなし）'], 'language.und': ['undetermined', '判定不能'],
  'pipe.chart': ['Characters per token over time', '1トークンあたりの文字数の推移'], 'pipe.table': ['By model and language', 'モデルと言語ごと'], 'pipe.width': ['Characters per token', '文字／トークン'], 'pipe.tokens': ['Counted tokens', '数えたトークン'],
  'pipe.note': ['Measured: characters of requests over the input tokens that the provider reported for them, its chat template included; dashed lines have no such report and are estimated. Requests behind translation are left out: the model never saw the user’s own text.', '実測は、リクエストの文字数を、プロバイダーが報告した入力トークン（チャットテンプレートを含む）で割った値です。破線は報告がなく推定です。翻訳経由は、モデルが元の文を見ないため除きます。'],
  'pipe.empty': ['No request was sent without translation in this span.', 'この期間に翻訳を介さないリクエストがありません。'],
  verdict: ['Verdict', '判定'], 'verdicts.empty': ['No verdict yet', '判定はまだありません'], 'verdicts.empty.detail': ['Verdicts need feedback, shadow runs or comparisons of two paths for the same kind of request.', '判定には、同じ種類のリクエストについてのフィードバック、影の実行、比較が必要です。'],
  'verdicts.paths': ['Paths', '比較'], 'verdicts.against': ['{path} against {against}', '{path} 対 {against}'], 'verdicts.wtl': ['Won / tied / lost', '勝／分／敗'], 'verdicts.rate': ['Win rate', '勝率'], 'verdicts.more': ['Observations still needed', '必要な追加観測'],
  'verdicts.note': ['Intervals hold however often one looks; … is an end of which nothing can be said yet. A saving says whether both its sides are measured. Latency is the time to the whole answer, paired; more than {slower} slower is not beneficial.', '区間は、何度確認しても成り立ちます。…は、まだ何も言えない端です。節約には、両側が実測かどうかを示します。レイテンシは同じリクエストでの応答完了までの時間差で、{slower}を超えて遅い経路は有益としません。'],
  'policies.versions': ['Versions', '版'], 'policies.firstSeen': ['First seen (UTC)', '初出（UTC）'], 'policies.default': ['Default route', '既定の経路'], 'policies.routes': ['Routes and prices of', '経路と価格：'], 'policies.in': ['Input $/M', '入力 $/M'], 'policies.cached': ['Cached $/M', 'キャッシュ $/M'], 'policies.out': ['Output $/M', '出力 $/M'],
  'policies.shadows': ['Shadow disagreements', '影の不一致'], 'policies.shadows.none': ['No candidate policy runs in shadow', '影で試しているポリシーはありません'], 'policies.shadows.detail': ['A candidate decides beside the policy in force and spends nothing.', '候補は現行ポリシーの横で判断だけを行い、費用はかかりません。'], 'policies.candidate': ['Candidate', '候補'], 'policies.chosen': ['Chosen', '選択'], 'policies.would': ['Candidate’s choice', '候補の選択'], 'policies.same': ['the same', '同じ'], 'policies.difference': ['Cost difference', '費用の差'],
  translator: ['Translator', '翻訳器'], tokenizer: ['Tokenizer', 'トークナイザー'],
  'health.records': ['Records summed up', '集計済みの記録'], 'health.span': ['{from} – {to}', '{from}～{to}'], 'health.size': ['Size', '容量'], 'health.schema': ['schema', 'スキーマ'], 'health.queued': ['Waiting', '待機中'], 'health.committed': ['{n} committed since start', '起動後に確定 {n} 件'], 'health.dropped': ['Dropped', '破棄'], 'health.dropped.note': ['lost to a full queue', 'キューが満杯だったもの'],
  'health.writer': ['Writing', '書き込み'], 'health.good': ['healthy', '正常'], 'health.bad': ['failing', '異常'], 'health.ok': ['The store takes records.', '記録を書き込めています。'], 'health.learnt': ['What was learnt has a fault. Decisions go on.', '学習の状態に問題があります。判断は続きます。'], 'health.failing': ['The store has not taken records since {since} (UTC). Requests go on; records wait in the queue and are tried again.', '{since}（UTC）から記録を書き込めていません。リクエストは続行し、記録はキューで待って再試行されます。'], 'health.reader': ['This page reads a file that another process writes: the writer’s queue is not visible here.', '別のプロセスが書くファイルを読んでいるため、書き込み側のキューはここでは見えません。'], 'health.routes': ['Routes', '経路'],
  'decision.title': ['Answered on {route}', '{route} で回答'], 'decision.why': ['Why', '理由'], 'decision.signals': ['Signals', 'シグナル'], 'decision.outcome': ['Decision', '判断'], 'decision.chosen': ['Chosen', '選択'], 'decision.sentTo': ['Sent to', '送信先'], 'decision.answered': ['Answered by', '回答した経路'], 'decision.runnerUp': ['Runner-up', '次点'], 'decision.shadow': ['Candidate policy', '候補ポリシー'],
  'decision.candidates': ['Every candidate’s bill', '全候補の見積もり'], 'decision.candidates.note': ['Costs are likely (low – high), made before the answer, each in the leg’s own tokenizer. Quality is in points against the default route.', '費用は「見込み（下端 – 上端）」で、回答前に各区間のトークナイザーで見積もったものです。品質は既定の経路との差（点）です。'],
  'decision.attempts': ['What happened', '実際の経過'], 'decision.alternatives': ['What the others would have cost', '他の経路の場合の費用'], 'decision.alternatives.note': ['Estimated after the answer, for an answer of the measured length.', '回答後に、実測の回答長で推定したものです。'], 'decision.text': ['Text', '本文'],
  margin: ['margin', '差'], origin: ['Origin', '由来'], propensity: ['Propensity', '選択確率'], standing: ['Standing', '状態'], expectedCost: ['Expected cost', '見込み費用'], evidence: ['Evidence', '根拠'], total: ['Total', '総合'], wouldCost: ['Would have cost', '費用'], difference: ['Difference', '差額'],
  answerLanguage: ['Answer in', '回答言語'], asked: ['asked for', '指定あり'], register: ['Register', '文体'], characters: ['Characters', '文字数'], lastTurn: ['last turn', '最後の発話'], turns: ['User turns', '発話数'], tools: ['Tools', 'ツール'], tokens: ['Tokens', 'トークン'],
  duration: ['Duration', '所要時間'], outcome: ['Outcome', '結果'], reasons: ['Reasons', '理由'], firstUpdate: ['First update', '最初の更新'], leg: ['Leg', '区間'], input: ['Input', '入力'], cached: ['Cached', 'キャッシュ'], output: ['Output', '出力'], reasoning: ['Reasoning', '推論'], source: ['Source', '出所'], score: ['Score', '得点'], prompt: ['Prompt', 'プロンプト'], answer: ['Answer', '回答'],
  'leg.tokens': ['{input} in (cached {cached}) · {output} out · {reasoning} reasoning', '入力 {input}（キャッシュ {cached}）・出力 {output}・推論 {reasoning}'], 'leg.characters': ['{n} characters', '{n} 文字'],
  first: ['Newest', '最新へ'], older: ['Older →', '以前へ →'], searched: ['Searched back to {time} (UTC); go on with “Older”.', '{time}（UTC）まで検索しました。「以前へ」で続きを検索します。'],
  range: ['Span', '期間'], 'range.1': ['24 hours', '24時間'], 'range.7': ['7 days', '7日'], 'range.30': ['30 days', '30日'], 'range.90': ['90 days', '90日'], 'range.3660': ['All', '全期間'],
  'setting.language': ['Language', '言語'], 'setting.theme': ['Theme', '配色'], 'theme.auto': ['Automatic', '自動'], 'theme.light': ['Light', '明'], 'theme.dark': ['Dark', '暗'],
  'empty.title': ['No records here', '記録がありません'], 'empty.detail': ['Widen the span or clear a filter.', '期間を広げるか、絞り込みを解除してください。'], error: ['This could not be shown', '表示できませんでした'], notFound: ['There is no such record; it may be older than records are kept.', '該当する記録がありません。保存期間を過ぎた可能性があります。'],
  foot: ['Times are UTC. Spans end with the newest record. “≈” and “estimated” mark what was not measured.', '時刻は UTC です。期間は最新の記録で終わります。「≈」と「推定」は実測でない数値です。'],
  'foot.report': ['A report in one file: filters, older decisions and other spans are on the served page.', '1ファイルのレポートです。絞り込み、以前の判断、他の期間は配信版のページにあります。'], 'report.missing': ['The report does not hold this; open it on the served page.', 'このレポートには含まれていません。配信版のページで開いてください。'],
};

// Names that records carry, by what they name.
const WORDS = {
  kind: { direct: ['Direct', '直接'], translated: ['Translated', '翻訳'], adapted: ['Adapted', '日本語向け'] },
  mode: { observe: ['observes', '観察'], enforce: ['enforces', '適用'] },
  origin: { computed: ['computed', '計算'], cached: ['remembered', '記憶'], sticky: ['kept for the conversation', '会話で維持'], pinned: ['pinned by the provider’s state', 'プロバイダー状態で固定'] },
  outcome: { succeeded: ['answered', '成功'], failed: ['failed', '失敗'], broken: ['broke off', '途中で中断'], cancelled: ['cancelled', '中止'], none: ['not tried', '未試行'] },
  standing: { chosen: ['chosen', '選択'], scored: ['scored', '採点'], excluded: ['excluded', '除外'], hypothetical: ['hypothetical', '仮想'] },
  evidence: { reference: ['reference', '基準'], published: ['published', '公表値'], judgement: ['judgement', '判断'], configured: ['configured', '設定'], measured: ['measured', '実測'], unmeasured: ['unmeasured', '未測定'] },
  leg: { 'translate-in': ['Translate in', '入力の翻訳'], answer: ['Answer', '回答'], 'translate-out': ['Translate out', '回答の翻訳'] },
  register: { unknown: ['unknown', '不明'], plain: ['plain', '常体'], polite: ['polite', '丁寧'], honorific: ['honorific', '敬語'] },
  verdict: { beneficial: ['beneficial', '有益'], 'not-beneficial': ['not beneficial', '有益でない'], 'not-enough-data': ['not enough data', 'データ不足'] },
  task: {
    unknown: ['other', 'その他'], math: ['math', '算数・数学'], reasoning: ['reasoning', '推論'], code: ['code', 'コード'], 'code-with-japanese': ['code with Japanese', '日本語を含むコード'], classification: ['classification', '分類'], extraction: ['extraction', '抽出'],
    summarization: ['summary', '要約'], rewriting: ['rewriting', '書き換え'], creative: ['creative', '創作'], wordplay: ['wordplay', '言葉遊び'], readings: ['readings', '読み'], culture: ['Japanese culture', '日本文化'], entity: ['names and entities', '固有名詞'],
    'world-knowledge': ['world knowledge', '一般知識'], translation: ['translation', '翻訳'], 'small-talk': ['small talk', '雑談'],
  },
  reason: {
    'best-total': ['best total', '総合が最良'], 'cheaper-than-default': ['cheaper than the default', '既定より安い'], 'better-than-default': ['better than the default', '既定より良い'], tie: ['tie', '同点'], 'only-route': ['only eligible route', '候補が一つだけ'],
    'no-eligible-route': ['no eligible route', '適格な経路なし'], 'hypothetical-is-better': ['a hypothetical route would have won', '仮想の経路の方が良い'], observed: ['observed only', '観察のみ'], 'conversation-keeps-route': ['conversation keeps its route', '会話の経路を維持'],
    'provider-state-pins-route': ['provider’s state pins the route', 'プロバイダーの状態で固定'], 'similar-request': ['like a recent request', '類似のリクエスト'], 'same-request': ['the same request again', '同一のリクエスト'],
    'settled-by-bounds': ['settled by bounds', '上下限で決着'], 'settled-by-exact-counts': ['settled by exact counts', '正確な計数で決着'], 'settled-by-estimate': ['settled by an estimate', '推定で決着'],
    'not-allowed': ['not allowed', '許可なし'], 'lacks-capability': ['lacks a capability', '機能不足'], 'too-long': ['too long', '長すぎる'], region: ['region', '地域'], provider: ['provider', 'プロバイダー'], 'task-denied': ['never translated', '翻訳しない課題'],
    'not-translatable': ['not translatable', '翻訳不可'], 'already-english': ['already English', '元から英語'], 'other-language': ['for other languages', '他言語用'], 'language-undetermined': ['language undetermined', '言語が判定不能'],
    'below-quality-floor': ['below the quality floor', '品質の下限未満'], 'above-cost-ceiling': ['above the cost ceiling', '費用の上限超過'], 'above-latency-ceiling': ['above the latency ceiling', '時間の上限超過'], 'cost-unknown': ['cost unknown', '費用不明'], 'pinned-elsewhere': ['pinned elsewhere', '他の経路に固定'],
  },
};

const pick = pair => pair[settings.language === 'ja' ? 1 : 0];

function t(key, values) {
  let text = Object.hasOwn(TEXTS, key) ? pick(TEXTS[key]) : key;
  for (const [name, value] of Object.entries(values ?? {})) text = text.replace(`{${name}}`, () => value);
  return text;
}

// A name that the page does not know is shown as it is: a newer library, or an application's own.
const word = (group, name) => Object.hasOwn(WORDS[group], name ?? '') ? pick(WORDS[group][name]) : name ?? '';
