namespace TranslationSample;

/// <summary>What is said in this sample, and how the simulated translator says it in the other language.</summary>
internal static class Script
{
    public const string Question = "ねこ本舗のKuro号は何時間動きますか？ログは`/var/log/kuro.log`にあります。";

    public const string Answer =
        """
        The Kuro号 of the Cat Main Store runs for 12 hours. Read the log like this:
        ```sh
        tail -n 20 /var/log/kuro.log
        ```
        If it stops earlier, change the battery.
        """;

    public const string Thanks = "ありがとうございます。";

    public const string Untranslatable = "在庫は何個ありますか、15個ですか？";

    // ⟦0⟧ stands for what no translator sees: code, and the words that are never translated.
    public static readonly Dictionary<string, string> Translations = new(StringComparer.Ordinal)
    {
        ["⟦0⟧の⟦1⟧は何時間動きますか？"] = "How many hours does the ⟦1⟧ of the ⟦0⟧ run?",
        ["ログは⟦2⟧にあります。"] = "The log is at ⟦2⟧.",
        ["The ⟦0⟧ of the ⟦1⟧ runs for 12 hours."] = "⟦1⟧の⟦0⟧は12時間動きます。",
        ["Read the log like this:"] = "ログはこのように読みます：",
        ["If it stops earlier, change the battery."] = "それより早く止まるときは、電池を交換してください。",
        ["ありがとうございます。"] = "Thank you.",
        ["You are welcome."] = "どういたしまして。",

        // A mistake on purpose: 15 became 50.
        ["在庫は何個ありますか、15個ですか？"] = "How many are in stock, 50?",
    };
}
