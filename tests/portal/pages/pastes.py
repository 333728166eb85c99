"""Clipboard HTML as Word for Windows and the WeChat reader write it, cut to the length that a test needs.

The words are invented; the mark-up is kept in all its oddity: conditional comments, Office's namespaces, lists as
paragraphs, sections with styles, pictures that load lazily, spaces of every width.
"""

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Users/a/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:SimSun;} p.MsoNormal {margin:0cm;font-size:10.5pt;font-family:"Calibri",sans-serif;}
--></style></head><body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'><!--StartFragment-->
<h1><span lang=EN-US style='font-size:16.0pt;color:#2F5496;mso-font-kerning:0pt'>Sleeve week<o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span lang=EN-US
style='font-size:12.0pt;font-family:"Times New Roman",serif;color:red;background:yellow;mso-highlight:yellow'>On
<b style='mso-bidi-font-weight:normal'>Monday</b>&nbsp;the visitor said <i>nothing</i>.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
lang=EN-US>Six resections<o:p></o:p></span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=EN-US>One on the left<o:p></o:p></span></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'><tr><td width=277
style='width:207.4pt;border:solid windowtext 1.0pt'><p class=MsoNormal><span lang=EN-US>Cell one<o:p></o:p></span></p></td>
<td><p class=MsoNormal><span lang=EN-US>Cell two<o:p></o:p></span></p></td></tr></table>
<p class=MsoNormal><span lang=EN-US><a href="https://hospital.example/report" style='color:#0563C1'><span
style='color:blue'>The report</span></a><img width=300 height=200 src="file:///C:/Users/a/clip_image001.png"
v:shapes="_x0000_i1025"><o:p></o:p></span></p>
<!--EndFragment--></body></html>"""

WECHAT = """<meta charset='utf-8'><section data-role="outer" label="Powered by 135editor.com" style="font-size: 16px;
font-family: mp-quote, -apple-system-font, BlinkMacSystemFont, 'Helvetica Neue', 'PingFang SC'; letter-spacing: 0.034em;"><section
data-tools="135编辑器" data-id="93123" style="margin: 10px auto; text-align: center;"><section style="display: inline-block;
background-color: rgb(10, 90, 80); color: rgb(255, 255, 255); padding: 4px 12px;"><strong style="max-width: 100%;"><span
leaf="">气道手术周</span></strong></section></section><p style="margin: 0px 0px 24px; padding: 0px; clear: both; min-height: 1em;
text-align: justify; line-height: 2em;"><span style="color: rgb(63, 63, 63); font-size: 15px;" leaf="">\u3000\u3000周一，客人站在手术台尾端，<strong
style="color: rgb(171, 25, 66);">两小时</strong>没有说话。\u200b</span></p><p style="text-align: center;"><img class="rich_pages wxw-img"
data-galleryid="" data-ratio="0.6669" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/a/640?wx_fmt=jpeg" data-type="jpeg" data-w="1080"
src="https://mmbiz.qpic.cn/mmbiz_jpg/a/640?wx_fmt=jpeg&amp;tp=webp&amp;wxfrom=5&amp;wx_lazy=1" style="width: 677px !important;"></p><p
style="margin: 0px;"><span leaf=""><br></span></p><section style="line-height: 2em;"><span style="font-size: 15px;"><span
leaf="">\u3000\u3000这一周共安排六台袖式切除。&nbsp;</span></span></section><ul class="list-paddingleft-1" style="padding-left: 1.2em;"><li><p
style="line-height: 2em;"><span leaf="">左侧一台</span></p></li></ul><section class="mp_profile_iframe_wrp"><mp-common-profile
class="js_uneditable custom_select_card mp_profile_iframe" data-nickname="某医院"></mp-common-profile></section><p><a
href="https://mp.weixin.qq.com/s/abc" target="_blank" data-linktype="2" style="color: var(--weui-LINK);">阅读原文</a></p></section>"""
