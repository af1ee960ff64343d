namespace LanguageRouter.Signals;

/// <summary>Is shown every text of a request, with its part.</summary>
internal interface ITextVisitor
{
    void Visit(RequestPart part, string text);
}
