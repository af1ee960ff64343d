using LanguageRouter.Paths.Translation;
using LanguageRouter.Routes;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Scoring;

public sealed class TranslatorOverheadTests
{
    [Fact]
    public void TheBillCountsTheInstructionsThatTheTranslatorReallySends()
    {
        var counter = BytePairTokenCounter.O200kBase;
        var schema = Assert.IsType<ChatResponseFormatJson>(SlotJson.ResponseFormat).Schema!.Value.GetRawText();
        var sent = counter.Count(ChatClientTranslator.Instructions)
            + counter.Count("""{"from":"Japanese","to":"English","segments":[{"id":1,"text":""}]}""")
            + counter.Count(schema);
        Assert.InRange(new RouteTranslator { Name = "any" }.OverheadTokens, sent, sent * 1.15);
    }
}
