namespace LanguageRouter.Tool.Input;

/// <summary>One line of an input file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Utf8">Its bytes without the line end; empty where it is too long to read.</param>
/// <param name="IsTooLong">Whether it is longer than <see cref="LineReader.MaxLineBytes"/>.</param>
internal readonly record struct InputLine(int Number, ReadOnlyMemory<byte> Utf8, bool IsTooLong = false);
