using System.Globalization;
using System.Net;
using System.Text;
using LanguageRouter.Paths.Translation.Protection;

namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Writes placeholders as tags for services that handle tags, and reads them back.</summary>
internal static class TagMarkup
{
    public static string Encode(string text, TagForm form)
    {
        var result = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Placeholder.Open && Placeholder.TryRead(text, i, out var id) is var length and > 0)
            {
                _ = form == TagForm.Xml
                    ? result.Append(CultureInfo.InvariantCulture, $"<x id=\"{id}\"/>")
                    : result.Append(CultureInfo.InvariantCulture, $"<span class=\"notranslate\" translate=\"no\">{Placeholder.Open}{id}{Placeholder.Close}</span>");
                i += length - 1;
                continue;
            }

            _ = text[i] switch
            {
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '&' => result.Append("&amp;"),
                var c => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>Reads tags as placeholders; other tags of the service's own are left for verification to find.</summary>
    public static string Decode(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var next = text.IndexOf('<', i);
            if (next < 0)
            {
                next = text.Length;
            }

            result.Append(WebUtility.HtmlDecode(text[i..next]));
            i = next;
            if (i == text.Length)
            {
                break;
            }

            var end = text.IndexOf('>', i);
            var tag = end < 0 ? text[i..] : text[i..(end + 1)];
            if (tag.StartsWith("<x ", StringComparison.Ordinal) && Id(tag) is { } id)
            {
                result.Append(Placeholder.Write(id));
            }
            else if (!(tag is "</span>" or "</x>" || (tag.StartsWith("<span", StringComparison.Ordinal) && tag.Contains("notranslate", StringComparison.Ordinal))))
            {
                result.Append(tag);
            }

            i += tag.Length;
        }

        return result.ToString();
    }

    private static int? Id(string tag)
    {
        var start = tag.IndexOf("id=\"", StringComparison.Ordinal);
        var end = start < 0 ? -1 : tag.IndexOf('"', start + 4);
        return end > 0 && int.TryParse(tag.AsSpan(start + 4, end - start - 4), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
