namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>One piece on its way into the trie.</summary>
internal sealed record TrieKey(int[] Codes, int Id, float Score);
