using LanguageRouter.Signals.Tasks;
using LanguageRouter.Signals.Tasks.Vocabulary;

namespace LanguageRouter.Tests.Signals.Tasks;

public sealed class InstructionTests
{
    [Fact]
    public void NoPhraseThatATextRepeatsFillsTheRoomForAll()
    {
        var text = new char[Instruction.TextSize];
        var phrases = new PhraseMatch[Instruction.MostPhrases];
        var most = 0;
        foreach (var phrase in (string[])[.. TaskVocabulary.Requests.Texts, .. TaskVocabulary.Topics.Texts, .. RegisterPhrases.All, .. LanguageNames.Texts])
        {
            most = Math.Max(most, Instruction.Read(string.Concat(Enumerable.Repeat(phrase, (800 / phrase.Length) + 1)), text, phrases).Phrases.Length);
        }

        Assert.InRange(most, 1, Instruction.MostPhrases - 1);
    }
}
