/** Always dark with a white line and an ink line around it, whatever the page; violet while a person holds it. */
export const BANNER_STYLE = `
:host{all:initial!important}
.bar{all:initial;box-sizing:border-box;position:fixed;inset:12px auto auto 50%;transform:translateX(-50%);display:flex;align-items:center;gap:8px;
height:44px;max-width:calc(100vw - 24px);padding-block:0;padding-inline:14px 6px;border:1px solid #fff;border-radius:6px;outline:1px solid #17191c;background:#17191c;color:#fff;
box-shadow:0 4px 16px rgb(0 0 0/.28);font:500 13px/18px system-ui,-apple-system,"Segoe UI",sans-serif;white-space:nowrap;margin:0;overflow:hidden}
.bar.low{inset:auto auto 12px 50%}
.bar[data-holder=operator]{background:#4b2fa3}
.words{flex:1 1 auto;overflow:hidden;text-overflow:ellipsis;color:#fff}
svg{flex:none;width:16px;height:16px;fill:none;stroke:#fff;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
button{all:unset;box-sizing:border-box;flex:none;height:32px;padding:0 12px;border:1px solid #8f949b;border-radius:6px;color:#fff;font:600 13px/30px system-ui,-apple-system,"Segoe UI",sans-serif;cursor:pointer}
button:hover{background:#2c3036}
.bar[data-holder=operator] button:hover{background:#3a2383}
button:focus-visible{outline:2px solid #fff;outline-offset:2px;box-shadow:0 0 0 6px #17191c}
@media (forced-colors:active){.bar{background:Canvas;color:CanvasText;border-color:CanvasText}.words{color:CanvasText}button{border-color:ButtonText;color:ButtonText}svg{stroke:CanvasText}}
`;
