using LanguageRouter.Learning;
using LanguageRouter.Policies;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests.Learning;

public sealed class WordingFileTests
{
    [Fact]
    public void A_file_that_is_written_is_read_back_the_same()
    {
        var file = WordingSamples.File(["frontier", "local"], "敬語", [-12.5, 20.25]);
        var text = file.Write();
        var read = WordingFile.Read(text, "wording.json");
        Assert.Equal(text, read.Write());
        Assert.Equal((file.Judge, file.Language, file.Prompts, file.Pooled), (read.Judge, read.Language, read.Prompts, read.Pooled));
        Assert.Equal(file.Models, read.Models);
        Assert.Equal(file.Gains, read.Gains);
        Assert.Equal([-12.5, 20.25], Assert.Single(read.Pairs).Value);
        Assert.DoesNotContain("敬", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "wording.json is no JSON (line 1)")]
    [InlineData("{}", "it is no wording file")]
    [InlineData("[1]", "it is no wording file")]
    [InlineData("""{"format": "language-router-wording", "version": 9}""", "it has version 9, and this library reads version 1")]
    [InlineData("""{"format": "language-router-wording"}""", "'version' is missing or no number")]
    public void A_file_of_another_form_is_named(string text, string message) => Refuses(text, message);

    [Theory]
    [InlineData("\"prompts\": 187", "\"prompts\": -1", "'prompts' is -1 and not a whole number above 0")]
    [InlineData("\"judge\": \"judge\"", "\"judge\": 7", "'judge' is missing or no string")]
    [InlineData("\"name\": \"local\"", "\"name\": \"frontier\"", "it has 2 models, and needs 2 to 64 of different names")]
    [InlineData("\"error\": 1", "\"error\": 1e9", "'error' is 1000000000")]
    [InlineData("[-12.5, 20.25]", "[-12.5]", "has not one number for each of the 2 models")]
    [InlineData("[-12.5, 20.25]", "[-12.5, \"much\"]", "has the value \"much\"")]
    [InlineData("\"gains\": [", "\"gain\": [", "'gains' is missing or no array")]
    public void A_wrong_value_is_named(string right, string wrong, string message)
    {
        var text = WordingSamples.File(["frontier", "local"], "敬語", [-12.5, 20.25]).Write();
        Assert.Contains(right, text, StringComparison.Ordinal);
        Refuses(text.Replace(right, wrong, StringComparison.Ordinal), message);
    }

    [Fact]
    public void A_policy_whose_file_cannot_be_used_is_refused_with_its_path()
    {
        Assert.Contains("Tenants:acme:Learning:Wording is '/nowhere/wording.json', which cannot be read", Failure("/nowhere/wording.json"), StringComparison.Ordinal);
        var other = Failure(WordingSamples.Write(WordingSamples.File(["llama", "swallow"], "敬語", [1, 2])));
        Assert.Contains("which knows llama, swallow; of these fewer than two are under Models. Fix: learn it again with --model NAME=ROUTE, where NAME is one of frontier, mini, local.", other, StringComparison.Ordinal);
        Assert.Contains("it is no wording file. Fix:", Failure(WordingSamples.Write("{}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_are_read_from_folded_text()
    {
        Assert.Equal(WordingPairs.Of("ABCを計算"), WordingPairs.Of("ＡＢＣを計算"));
        Assert.Empty(WordingPairs.Of("a"));
        Assert.Equal(1.0, WordingPairs.Of("ああああああああああ").Values.Sum() / 3, 9);
        Assert.True(WordingPairs.Of(new string('長', 100_000)).Values.Sum() < 25);
    }

    private static string Failure(string file)
    {
        var options = TestRouter.Options();
        options.Tenants["acme"] = new RoutingPolicyOptions { Learning = new LearningOptions { Wording = file } };
        return Assert.Single(Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Create(options)).Failures);
    }

    private static void Refuses(string text, string message)
    {
        var error = Assert.Throws<FormatException>(() => WordingFile.Read(text, "wording.json"));
        Assert.StartsWith("wording.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("Fix:", error.Message, StringComparison.Ordinal);
    }
}
