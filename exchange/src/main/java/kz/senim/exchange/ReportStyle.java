package kz.senim.exchange;

/** The style of the self-contained report: the tokens of Senim's look, for screen and paper. */
final class ReportStyle {

  static final String CSS =
      """
      :root{--ink:#12202f;--ink-2:#4a5a6b;--ink-3:#5a6876;--paper:#fbfaf6;--sheet:#fff;--line:#dfe3e6;--line-2:#c5ccd2;
      --sky:#00708a;--sun:#fec50c;--met:#1a7a58;--not:#b23324;--und:#8a5a00;--und-soft:#fbf0d6;--na:#61707f;--na-soft:#eef0f2;
      --text:"Golos Text","Noto Sans",system-ui,sans-serif;--mono:"JetBrains Mono","Noto Sans Mono",monospace}
      @media (prefers-color-scheme:dark){:root{--ink:#e8edf1;--ink-2:#aab8c4;--ink-3:#9aa9b5;--paper:#0f1720;--sheet:#16212c;--line:#25333f;
      --line-2:#364654;--sky:#5cc6da;--met:#5ecb9c;--not:#ff9384;--und:#f0c063;--und-soft:#37290c;--na:#93a2af;--na-soft:#1f2b36}}
      :root{color-scheme:light dark}*{box-sizing:border-box}html{scroll-padding-top:16px}body{margin:0;overflow-wrap:break-word;border-top:3px solid var(--sky);background:var(--paper);color:var(--ink);font:15px/1.5 var(--text);font-variant-numeric:tabular-nums}
      header,main,footer{max-width:960px;margin:0 auto;padding:0 24px}header{padding-top:16px}
      .top{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px}.brand{font-weight:700;font-size:19px;letter-spacing:-.01em}
      .brand i{display:inline-block;width:9px;height:9px;background:var(--sun);border-radius:50%;margin-right:8px;print-color-adjust:exact}
      .kicker{flex:1;color:var(--ink-3)}.asof{border:1px solid var(--line-2);border-radius:99px;padding:2px 14px;font-weight:600;background:var(--sheet)}
      h1{font-size:28px;line-height:1.2;letter-spacing:-.015em;margin:24px 0 8px;text-wrap:balance}
      h2{font-size:17px;margin:0 0 12px}.facts{color:var(--ink-2);margin:0 0 24px}
      .sheet,.warn{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:16px 24px;margin:0 0 24px}
      .warn{background:var(--und-soft);border-color:var(--und)}.warn ul{margin:0;padding-left:20px}.warn li+li{margin-top:4px}.warn details{margin-top:12px}.warn summary{cursor:pointer;font-weight:600}.warn details ul{margin-top:8px}
      .bar{display:flex;height:14px;border-radius:3px;overflow:hidden;gap:2px;background:var(--na-soft)}.bar span{display:block;background:currentColor;min-width:3px;print-color-adjust:exact}
      .key{display:grid;grid-template-columns:repeat(4,1fr);gap:16px 24px;margin-top:16px}.key a{color:inherit;text-decoration:none}.key a:hover .o{text-decoration:underline;text-underline-offset:3px}
      .key b{display:block;font-size:28px;line-height:1.15;letter-spacing:-.01em}.key small{display:block;color:var(--ink-3);font-size:13px}
      .o{display:inline-flex;align-items:center;gap:6px;font-weight:600;white-space:nowrap}
      .o::before{content:"";width:12px;height:12px;flex:none;background:currentColor;print-color-adjust:exact}
      .met{color:var(--met)}.not{color:var(--not)}.und{color:var(--und)}.na{color:var(--na)}
      .o.met::before{border-radius:50%}.o.not::before{clip-path:polygon(50% 0,100% 100%,0 100%)}
      .o.und::before{transform:rotate(45deg) scale(.8)}.o.na::before{clip-path:inset(4.5px 0)}
      .chapters{list-style:none;margin:0;padding:0}.chapters li{display:grid;grid-template-columns:1fr auto;gap:2px 16px;padding:8px 0}.sheet>h3{font-size:14px;color:var(--ink-2);margin:16px 0 0}
      .chapters .bar{grid-column:1/-1;height:8px}.chapters small{color:var(--ink-3);font-size:13px;white-space:nowrap}
      .list>details>summary{cursor:pointer;list-style-position:outside}.list h2{display:inline}.count{color:var(--ink-3);font-weight:400}
      article{display:grid;grid-template-columns:128px 1fr;gap:16px;padding:14px 0;border-bottom:1px solid var(--line);break-inside:avoid}
      article:last-child{border:0}article p{margin:0 0 4px}.cite{font:13px/1.8 var(--mono);color:var(--ink-2)}
      .sev{color:var(--ink-2);font-size:13px}h4{font-size:13px;font-weight:600;margin:16px 0 0;color:var(--ink-2)}h4.high{color:var(--not)}h4.medium{color:var(--und)}
      article:target{background:var(--und-soft)}
      .why{margin:4px 0;border-left:3px solid var(--line-2);padding-left:12px}.why summary{cursor:pointer;color:var(--sky)}
      .why ul{margin:4px 0;padding-left:18px}.why li.false::marker{color:var(--not)}.why li.true::marker{color:var(--met)}.why li.unknown::marker{color:var(--und)}
      .why small,.apart small,.proof{color:var(--ink-3);font-size:13px}
      .first{background:var(--und-soft);border-radius:6px;padding:12px 16px;margin:12px 0}.first h3{font-size:15px;margin:0 0 4px}.first ul{margin:0;padding-left:18px}.first small{color:var(--ink-3)}
      .list h3{font-size:14px;color:var(--ink-2);margin:20px 0 0;padding-bottom:6px;border-bottom:1px solid var(--line-2)}
      .waiting{padding:14px 0 0;border-bottom:1px solid var(--line-2)}.waiting article{padding:8px 0;border:0}.und-line{border-color:var(--und)}
      .apart{padding:10px 0;border-bottom:1px solid var(--line)}.apart ul{margin:0;padding-left:18px}.apart p{margin:4px 0 0}
      .why p{margin:0;color:var(--ink-3);font-size:13px}
      footer{color:var(--ink-3);font-size:13px;padding-bottom:40px}
      :focus-visible{outline:3px solid var(--sun);outline-offset:2px;border-radius:2px}
      @media(max-width:600px){article{grid-template-columns:1fr;gap:0}header,main,footer{padding-left:16px;padding-right:16px}.sheet,.warn{padding:16px}h1{font-size:23px;margin-top:16px}.key{grid-template-columns:repeat(2,1fr);gap:16px}.chapters li{grid-template-columns:1fr}.kicker{order:3;flex-basis:100%}.asof{margin-left:auto}}
      @media print{body{background:#fff;font-size:11pt}.sheet{border:0;padding:0}.why summary{list-style:none}.why::details-content,.warn details::details-content{content-visibility:visible;block-size:auto}h3,h4{break-after:avoid}}
      """;

  private ReportStyle() {}
}
