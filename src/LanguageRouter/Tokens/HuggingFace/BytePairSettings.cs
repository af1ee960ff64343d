namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>How a byte pair vocabulary is used.</summary>
/// <param name="ByteLevel">Whether the smallest units are bytes, written as <see cref="ByteAlphabet"/> does.</param>
/// <param name="ByteFallback">Whether characters without a token become byte tokens.</param>
/// <param name="IgnoreMerges">Whether a piece that is a token as a whole is not put together from pairs.</param>
/// <param name="UnknownId">The id of characters that are neither; <see langword="null"/> where they are dropped.</param>
/// <param name="FuseUnknown">Whether a run of those is one id.</param>
internal sealed record BytePairSettings(bool ByteLevel, bool ByteFallback, bool IgnoreMerges, int? UnknownId, bool FuseUnknown);
