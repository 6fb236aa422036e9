"""Stamps in Markdown, HTML and Word: spaced, vertical, rotated, pale, in look-alike or with invisible letters."""

import base64
from functools import partial

from tests.release.guard.leaks import HEADER
from tests.release.guard.made import word
from tests.release.guard.seeds import Seed

MARKDOWN = {
    "para-each": "T\n\nỐ\n\nI\n\nM\n\nẬ\n\nT",
    "line-each": "T\nỐ\nI\nM\nẬ\nT",
    "br": "T<br>Ố<br>I<br>M<br>Ậ<br>T",
    "br2": "T  \nỐ  \nI  \nM  \nẬ  \nT",
    "backslash": "T\\\nỐ\\\nI\\\nM\\\nẬ\\\nT",
    "list-each": "- T\n- Ố\n- I\n- M\n- Ậ\n- T",
    "num-each": "1. T\n2. Ố\n3. I\n4. M\n5. Ậ\n6. T",
    "table-row": "| T | Ố | I | M | Ậ | T |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 |",
    "table-col": "| Cột |\n|---|\n| T |\n| Ố |\n| I |\n| M |\n| Ậ |\n| T |",
    "bold-each": "**T****Ố****I****M****Ậ****T**",
    "bold-each-sp": "**T** **Ố** **I** **M** **Ậ** **T**",
    "quote-each": "> T\n> Ố\n> I\n> M\n> Ậ\n> T",
    "heading-each": "## T\n\n## Ố\n\n## I\n\n## M\n\n## Ậ\n\n## T",
    "nbsp": "T\xa0Ố\xa0I\xa0M\xa0Ậ\xa0T",
    "thin": "T\u2009Ố\u2009I\u2009M\u2009Ậ\u2009T",
    "em": "T\u2003Ố\u2003I\u2003M\u2003Ậ\u2003T",
    "emdash": "T—Ố—I—M—Ậ—T",
    "bullet": "T•Ố•I•M•Ậ•T",
    "slash": "T / Ố / I / M / Ậ / T",
    "pipe": "T | Ố | I | M | Ậ | T",
    "comma": "T, Ố, I, M, Ậ, T",
    "hyph": "T - Ố - I - M - Ậ - T",
    "colon": "T:Ố:I:M:Ậ:T",
    "tilde": "T~Ố~I~M~Ậ~T",
    "emoji": "T🔴Ố🔴I🔴M🔴Ậ🔴T",
    "dots": "T...Ố...I...M...Ậ...T",
    "equal": "T=Ố=I=M=Ậ=T",
    "plus": "T+Ố+I+M+Ậ+T",
    "underscore": "T_Ố_I_M_Ậ_T",
    "paren": "(T)(Ố)(I)(M)(Ậ)(T)",
    "math": "$\\text{TỐI MẬT}$",
    "code": "`TỐI MẬT`",
    "codeblock": "```\nTỐI MẬT\n```",
    "indent": "    TỐI MẬT",
    "abbr": "*[TM]: TỐI MẬT",
    "footnote": "Chữ[^1]\n\n[^1]: TỐI MẬT",
    "def": "Loại\n:   TỐI MẬT",
    "attr": 'Đoạn {: title="TỐI MẬT" }',
    "link-title": '[a](b.md "TỐI MẬT")',
    "link-ref": '[a][b]\n\n[b]: https://a.example "TỐI MẬT"',
    "img-ref": "![TỐI MẬT][x]\n\n[x]: a.jpg",
    "entities-dec": "&#84;&#7888;&#73;&#32;&#77;&#7852;&#84;",
    "entities-hex": "&#x54;&#x1ed0;&#x49;&#x20;&#x4d;&#x1eac;&#x54;",
    "zwj-entity": "T&zwnj;ỐI M&zwj;ẬT",
    "shy": "T&shy;ỐI M&shy;ẬT",
    "wbr": "T<wbr>ỐI M<wbr>ẬT",
    "zwsp": "T&#8203;Ố&#8203;I&#8203; &#8203;M&#8203;Ậ&#8203;T",
    "strike": "~~TỐI MẬT~~",
    "mark": "==TỐI MẬT==",
    "sup": "T^Ố^I MẬT",
    "escaped": "T\\Ố\\I M\\Ậ\\T",
    "adm": '!!! note "TỐI MẬT"\n    a',
    "details": "<details><summary>TỐI MẬT</summary>a</details>",
    "lower-spaced": "t ố i m ậ t",
    "mixed": "Tối Mật",
    "title-case": "Tuyệt Mật",
    "rev": "TẬM IỐT",
    "circled": "ⓉỐⒾ ⓂẬⓉ",
    "squared": "🅃ỐI 🄼ẬT",
    "sq2": "🆃ỐI 🅼ẬT",
    "fraktur": "𝕋Ố𝕀 𝕄Ậ𝕋",
    "small": "ᴛốɪ ᴍậᴛ",
    "sup2": "ᵀᴼ̂́ᴵ ᴹẬᵀ",
    "regional": "🇹Ố🇮 🇲Ậ🇹",
    "combining-under": "T̲Ố̲I̲ M̲Ậ̲T̲",
    "strike-comb": "T̶Ố̶I̶ M̶Ậ̶T̶",
    "cyr": "ТỐІ МẬТ",
    "greek": "ΤỐΙ ΜẬΤ",
    "cher": "ᎢỐᏆ ᎷẬᎢ",
    "lisu": "ꓔỐꓲ ꓟẬꓔ",
    "fullw": "ＴỐＩ\u3000ＭẬＴ",
    "horn": "TỐI MẬT",
    "otherorder": "TÓ̂I MẬT",
    "cap": "TỐl MẬT",
    "1": "TỐ1 MẬT",
    "bar": "TỐ| MẬT",
    "vni": "TOÁI MAÄT",
    "viqr": "TO^'I MA^.T",
    "coptic": "ⲦỐⲒ ⲘẬⲦ",
    "mathmono": "𝚃Ố𝙸 𝙼Ậ𝚃",
    "modifier": "TỐI MẬT҉",
    "tag": "T\U000e0054ỐI MẬT",
    "rlo": "\u202eTẬM IỐT",
    "lre": "\u202aTỐI\u202c MẬT",
    "invisiblesep": "T\u2063ỐI\u2063 M\u2063ẬT",
    "hangul": "TㅤỐI MㅤẬT",
    "braille": "T⠀Ố⠀I⠀M⠀Ậ⠀T",
    "mongol": "T\u180eỐI MẬT",
    "vs": "T️ỐI MẬT",
    "objrep": "T￼ỐI MẬT",
    "cgj": "T͏ỐI MẬT",
    "ls": "TỐI\u2028MẬT",
    "vt": "TỐI\x0bMẬT",
    "ff": "TỐI\x0cMẬT",
    "nel": "TỐI\x85MẬT",
    "cr": "TỐI\rMẬT",
}
"""Bodies of items with stamps (markings such as MẬT)."""

HEADERS = {
    "list": "chu_de:\n  - TỐI MẬT",
    "folded": "ghi_chu: >\n  TỐI\n  MẬT",
    "escaped": 'ghi_chu: "T\\u1ed0I M\\u1eacT"',
    "comment": "khac: a # TỐI MẬT",
    "key": '"Độ mật": Tối mật',
}
"""Header lines of items with stamps (markings such as MẬT)."""

HTML = {
    "p-each": "<p>T</p><p>Ố</p><p>I</p><p>M</p><p>Ậ</p><p>T</p>",
    "span-each": "<p><span style='transform:rotate(90deg)'>T</span><span style='transform:rotate(90deg)'>Ố</span><span style='transform:rotate(90deg)'>I</span><span style='transform:rotate(90deg)'> </span><span style='transform:rotate(90deg)'>M</span><span style='transform:rotate(90deg)'>Ậ</span><span style='transform:rotate(90deg)'>T</span></p>",
    "div-each": "<div>T</div><div>Ố</div><div>I</div><div>M</div><div>Ậ</div><div>T</div>",
    "td-each": "<table><tr><td>T</td><td>Ố</td><td>I</td><td>M</td><td>Ậ</td><td>T</td></tr></table>",
    "tr-each": "<table><tr><td>T</td></tr><tr><td>Ố</td></tr><tr><td>I</td></tr><tr><td>M</td></tr><tr><td>Ậ</td></tr><tr><td>T</td></tr></table>",
    "li-each": "<ul><li>T</li><li>Ố</li><li>I</li><li>M</li><li>Ậ</li><li>T</li></ul>",
    "br-each": "<p>T<br>Ố<br>I<br>M<br>Ậ<br>T</p>",
    "h-each": "<h2>T</h2><h2>Ố</h2><h2>I</h2><h2>M</h2><h2>Ậ</h2><h2>T</h2>",
    "vertical": '<p style="writing-mode:vertical-rl">TỐI MẬT</p>',
    "pale": '<p style="color:#eee;font-size:90pt;opacity:.05">TỐI MẬT</p>',
    "hidden": "<p hidden>TỐI MẬT</p>",
    "data": '<p data-mark="TỐI MẬT">a</p>',
    "unquoted": "<p title=TUYỆTMẬT>a</p>",
    "unq2": "<p title=MẬT>a</p>",
    "css": '<style>p::before{content:"TỐI MẬT"}</style>',
    "css-esc": '<style>p::before{content:"T\\1ed0 I M\\1eac T"}</style>',
    "counter": '<style>@counter-style a{symbols: "TỐI MẬT"}</style>',
    "template": "<template>TỐI MẬT</template>",
    "noscript": "<noscript>TỐI MẬT</noscript>",
    "textarea": "<textarea>TỐI MẬT</textarea>",
    "option": "<select><option>TỐI MẬT</select>",
    "opt-label": '<select><optgroup label="TỐI MẬT"></select>',
    "input": '<input value="TỐI MẬT">',
    "placeholder": '<input placeholder="TỐI MẬT">',
    "aria": '<p aria-label="TỐI MẬT">a</p>',
    "bdo": '<bdo dir="rtl">TẬM IỐT</bdo>',
    "svg-each": "<svg><text x='1' y='0'>T</text><text x='1' y='1'>Ố</text><text x='1' y='2'>I</text><text x='1' y='3'>M</text><text x='1' y='4'>Ậ</text><text x='1' y='5'>T</text></svg>",
    "tspan": "<svg><text><tspan x='1' dy='0'>T</tspan><tspan x='1' dy='1'>Ố</tspan><tspan x='1' dy='2'>I</tspan><tspan x='1' dy='3'>M</tspan><tspan x='1' dy='4'>Ậ</tspan><tspan x='1' dy='5'>T</tspan></text></svg>",
    "textpath": "<svg><text><textPath href='#a'>TỐI MẬT</textPath></text></svg>",
    "math": "<math><mtext>TỐI MẬT</mtext></math>",
    "mi": "<math><mi>T</mi><mi>Ố</mi><mi>I</mi><mi>M</mi><mi>Ậ</mi><mi>T</mi></math>",
    "iframe-srcdoc": '<iframe srcdoc="&lt;p&gt;TỐI MẬT&lt;/p&gt;"></iframe>',
    "jsonld": '<script type="application/ld+json">{"name":"T\\u1ed0I M\\u1eacT"}</script>',
    "js-concat": '<script>x="TỐI"+" "+"MẬT"</script>',
    "datauri": '<img src="data:image/svg+xml,<svg><text>TỐI MẬT</text></svg>">',
    "datauri-enc": "<a href='data:text/plain,T%E1%BB%90I%20M%E1%BA%ACT'>a</a>",
    "float": "<span style='position:absolute;left:0px'>T</span><span style='position:absolute;left:1px'>Ố</span><span style='position:absolute;left:2px'>I</span><span style='position:absolute;left:3px'>M</span><span style='position:absolute;left:4px'>Ậ</span><span style='position:absolute;left:5px'>T</span>",
    "between-blocks": "<div>TỐI</div><div>MẬT</div>",
    "kbd": "<kbd>T</kbd><kbd>Ố</kbd><kbd>I</kbd> <kbd>M</kbd><kbd>Ậ</kbd><kbd>T</kbd>",
    "custom-el": "<x-a>T</x-a><x-a>Ố</x-a><x-a>I</x-a> <x-a>MẬT</x-a>",
    "watermark": '<div class="watermark"><span>TỐI MẬT</span></div>',
    "cdata": "<svg><text><![CDATA[TỐI MẬT]]></text></svg>",
    "nolowercase": "<P>TỐI MẬT",
    "picture-alt": "<img alt='TỐI MẬT'>",
    "og": "<meta property='og:title' content='Kế hoạch (TỐI MẬT)'>",
    "nbsp-each": "<p>T&nbsp;Ố&nbsp;I&nbsp;M&nbsp;Ậ&nbsp;T</p>",
    "title-suffix": "<title>Kế hoạch | TỐI MẬT</title>",
    "picture-in-the-page": f'<img src="data:image/svg+xml;base64,{base64.b64encode("<svg><text>TỐI MẬT</text></svg>".encode()).decode()}">',
}
"""Bodies of HTML pages with stamps (markings such as MẬT)."""

WORD = {
    "vert-frame": '<w:p><w:pPr><w:framePr w:w="500" w:hSpace="1"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p><w:p><w:pPr><w:framePr w:w="500" w:hSpace="1"/></w:pPr><w:r><w:t>Ố</w:t></w:r></w:p><w:p><w:pPr><w:framePr w:w="500" w:hSpace="1"/></w:pPr><w:r><w:t>I</w:t></w:r></w:p><w:p><w:pPr><w:framePr w:w="500" w:hSpace="1"/></w:pPr><w:r><w:t>M</w:t></w:r></w:p><w:p><w:pPr><w:framePr w:w="500" w:hSpace="1"/></w:pPr><w:r><w:t>Ậ</w:t></w:r></w:p><w:p><w:pPr><w:framePr w:w="500" w:hSpace="1"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>',
    "vert-textbox": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v" style="rotation:90"><v:textbox style="layout-flow:vertical"><w:txbxContent><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
    "textbox-letters": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>T</w:t></w:r></w:p><w:p><w:r><w:t>Ố</w:t></w:r></w:p><w:p><w:r><w:t>I</w:t></w:r></w:p><w:p><w:r><w:t>M</w:t></w:r></w:p><w:p><w:r><w:t>Ậ</w:t></w:r></w:p><w:p><w:r><w:t>T</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
    "wps": '<w:p><w:r><w:drawing><wps:wsp xmlns:wps="urn:wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr rot="5400000" vert="vert270"/></wps:wsp></w:drawing></w:r></w:p>',
    "alternate": '<w:p><w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    "wordart-dml": '<w:p><w:r><w:drawing><a:p xmlns:a="urn:a"><a:bodyPr><a:prstTxWarp prst="textArchUp"/></a:bodyPr><a:r><a:t>TỐI MẬT</a:t></a:r></a:p></w:drawing></w:r></w:p>',
    "vml-split": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textpath string="TỐI"/></v:shape><v:shape xmlns:v="urn:v"><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>',
    "vml-each": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textpath string="T"/></v:shape><v:shape xmlns:v="urn:v"><v:textpath string="Ố"/></v:shape><v:shape xmlns:v="urn:v"><v:textpath string="I"/></v:shape><v:shape xmlns:v="urn:v"><v:textpath string="M"/></v:shape><v:shape xmlns:v="urn:v"><v:textpath string="Ậ"/></v:shape><v:shape xmlns:v="urn:v"><v:textpath string="T"/></v:shape></w:pict></w:r></w:p>',
    "vml-spaced": '<w:p><w:r><w:pict><v:textpath xmlns:v="urn:v" string="T Ố I  M Ậ T"/></w:pict></w:r></w:p>',
    "vml-homoglyph": '<w:p><w:r><w:pict><v:textpath xmlns:v="urn:v" string="ТỐІ МẬТ"/></w:pict></w:r></w:p>',
    "pale": '<w:p><w:r><w:rPr><w:color w:val="F2F2F2"/><w:sz w:val="144"/></w:rPr><w:t xml:space=\'preserve\'>TỐI MẬT</w:t></w:r></w:p>',
    "white": "<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t xml:space='preserve'>TỐI MẬT</w:t></w:r></w:p>",
    "runs": "<w:p><w:r><w:t xml:space='preserve'>T</w:t></w:r><w:r><w:t xml:space='preserve'>Ố</w:t></w:r><w:r><w:t xml:space='preserve'>I</w:t></w:r><w:r><w:t xml:space='preserve'> </w:t></w:r><w:r><w:t xml:space='preserve'>M</w:t></w:r><w:r><w:t xml:space='preserve'>Ậ</w:t></w:r><w:r><w:t xml:space='preserve'>T</w:t></w:r></w:p>",
    "runs-tab": "<w:p><w:r><w:t xml:space='preserve'>T</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space='preserve'>Ố</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space='preserve'>I</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space='preserve'>M</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space='preserve'>Ậ</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space='preserve'>T</w:t></w:r></w:p>",
    "br": "<w:p><w:r><w:t xml:space='preserve'>T</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space='preserve'>Ố</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space='preserve'>I</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space='preserve'>M</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space='preserve'>Ậ</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space='preserve'>T</w:t></w:r></w:p>",
    "nbh": "<w:p><w:r><w:t xml:space='preserve'>TỐI</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t xml:space='preserve'>MẬT</w:t></w:r></w:p>",
    "softh": "<w:p><w:r><w:t xml:space='preserve'>TỐ</w:t></w:r><w:r><w:softHyphen/></w:r><w:r><w:t xml:space='preserve'>I MẬT</w:t></w:r></w:p>",
    "letters-p": "<w:p><w:r><w:t>T</w:t></w:r></w:p><w:p><w:r><w:t>Ố</w:t></w:r></w:p><w:p><w:r><w:t>I</w:t></w:r></w:p><w:p><w:r><w:t>M</w:t></w:r></w:p><w:p><w:r><w:t>Ậ</w:t></w:r></w:p><w:p><w:r><w:t>T</w:t></w:r></w:p>",
    "cells": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>T</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ố</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>I</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>M</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ậ</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>T</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "cells-col": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>T</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Ố</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>I</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>M</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Ậ</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>T</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "cell-vert": "<w:tbl><w:tr><w:tc><w:tcPr><w:textDirection w:val='btLr'/></w:tcPr><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "sym": '<w:p><w:r><w:sym w:font="Arial" w:char="0054"/></w:r><w:r><w:sym w:font="Arial" w:char="1ED0"/></w:r><w:r><w:sym w:font="Arial" w:char="0049"/></w:r><w:r><w:sym w:font="Arial" w:char="0020"/></w:r><w:r><w:sym w:font="Arial" w:char="004D"/></w:r><w:r><w:sym w:font="Arial" w:char="1EAC"/></w:r><w:r><w:sym w:font="Arial" w:char="0054"/></w:r></w:p>',
    "smallcaps": "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t xml:space='preserve'>tối mật</w:t></w:r></w:p>",
    "caps-mat": "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t xml:space='preserve'>mật</w:t></w:r></w:p>",
    "ruby": "<w:p><w:r><w:ruby><w:rt><w:r><w:t xml:space='preserve'>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t xml:space='preserve'>TỐI MẬT</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
    "math": '<w:p><m:oMath xmlns:m="urn:m"><m:r><m:t>TỐI MẬT</m:t></m:r></m:oMath></w:p>',
    "math-each": '<w:p><m:oMath xmlns:m="urn:m"><m:r><m:t>T</m:t></m:r><m:r><m:t>Ố</m:t></m:r><m:r><m:t>I</m:t></m:r><m:r><m:t> </m:t></m:r><m:r><m:t>M</m:t></m:r><m:r><m:t>Ậ</m:t></m:r><m:r><m:t>T</m:t></m:r></m:oMath></w:p>',
    "dropcap": '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p><w:p><w:r><w:t>ỐI MẬT</w:t></w:r></w:p>',
    "hyper": "<w:p><w:hyperlink w:tooltip=\"TỐI MẬT\"><w:r><w:t xml:space='preserve'>a</w:t></w:r></w:hyperlink></w:p>",
    "field": "<w:p><w:fldSimple w:instr=\"DOCPROPERTY X\"><w:r><w:t xml:space='preserve'>TỐI MẬT</w:t></w:r></w:fldSimple></w:p>",
    "zw": "<w:p><w:r><w:t>T\u200bỐI\u200b M\u200bẬT</w:t></w:r></w:p>",
    "bidi": "<w:p><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space='preserve'>TẬM IỐT</w:t></w:r></w:p>",
    "rotated-letters-boxes": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>T</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>Ố</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>I</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>M</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>Ậ</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>T</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
    "two-boxes": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>TỐI</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
    "lower-in-box": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent><w:p><w:r><w:t>Tối mật</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
    "attr-gfx": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v" alt="TỐI MẬT"/></w:pict></w:r></w:p>',
}
"""Body content of Word files with stamps (markings such as MẬT)."""

PARTS = {
    "header-wm": {
        "word__header3": '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:pict><v:shape xmlns:v="urn:v" id="PowerPlusWaterMarkObject357831064" style="rotation:315"><v:textpath string="TỐI MẬT"/></v:shape></w:pict></w:r></w:p></w:hdr>'
    },
    "list-num": {
        "word__numbering": '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum><w:lvl><w:lvlText w:val="TỐI MẬT %1"/></w:lvl></w:abstractNum></w:numbering>'
    },
    "lvl-mat": {
        "word__numbering": '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum><w:lvl><w:lvlText w:val="TỐI MẬT"/></w:lvl></w:abstractNum></w:numbering>'
    },
}
"""Additional parts of Word files with stamps (markings such as MẬT)."""


def _page(body: str) -> bytes:
    return f"<!doctype html><html><body><p>Đầu</p>\n{body}\n<p>Cuối</p></body></html>".encode()


SEEDS = (
    *(
        Seed(f"md-{name}", "docs/tin-tuc/2026/a.md", f"{HEADER}Đầu bài.\n\n{body}\n\nCuối bài.\n".encode)
        for name, body in MARKDOWN.items()
    ),
    *(
        Seed(f"header-{name}", "docs/tin-tuc/2026/a.md", HEADER.replace("ma: tin-a", f"ma: tin-a\n{line}").encode)
        for name, line in HEADERS.items()
    ),
    *(Seed(f"html-{name}", "a/index.html", partial(_page, body)) for name, body in HTML.items()),
    *(Seed(f"docx-{name}", "docs/a.docx", partial(word, "Kính gửi", body=body)) for name, body in WORD.items()),
    *(Seed(f"docx-{name}", "docs/a.docx", partial(word, "Kính gửi", **parts)) for name, parts in PARTS.items()),
)
