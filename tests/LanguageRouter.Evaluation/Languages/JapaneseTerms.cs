using System.Globalization;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>The Japanese nouns that are in use, which IPADIC alone does not tell: most of its nouns have one and the same cost.</summary>
/// <remarks>On Debian: packages mecab-jumandic-utf8 (BSD) and tesseract-ocr-jpn (Apache-2.0), whose word list holds the frequent words of web pages without their counts.</remarks>
internal sealed class JapaneseTerms
{
    // A few entries have costs so low that they would be most of the draws.
    private const int LowestCost = 2000;

    // Nouns that Japanese makes adjectives of with the suffix 的. Written for this project, from knowledge of the language and no set.
    private const string BeforeSuffix = """
        政治 経済 社会 文化 歴史 国際 一般 基本 全体 個人 具体 抽象 積極 消極 効果 合理 科学 技術 物理 化学 数学 論理 理論 実践 実質 実用 伝統 近代 現代 古典 典型 代表 象徴 民主 民族 国民 国家
        世界 地域 地理 自然 人工 人為 人間 人道 倫理 道徳 宗教 哲学 思想 精神 心理 身体 肉体 感情 感覚 直感 直接 間接 客観 主観 相対 絶対 比較 対照 総合 部分 段階 本格 本質 根本 徹底 決定 断定 限定
        固定 継続 持続 長期 短期 中期 定期 一時 永続 恒久 最終 結果 必然 偶発 意識 無意識 自動 自発 自律 受動 能動 主体 組織 構造 機能 体系 系統 計画 戦略 戦術 軍事 平和 外交 法律 財政 商業 産業 工業
        農業 芸術 文学 音楽 美術 視覚 聴覚 悲劇 喜劇 魅力 理想 現実 幻想 神秘 奇跡 記録 画期 革命 革新 保守 先進 先駆 独創 創造 生産 建設 破壊 否定 肯定 批判 友好 好意 敵対 攻撃 防衛 暴力 衝動 情熱
        楽観 悲観 教育 学術 学問 専門 職業 実験 統計 定量 定性 分析 解析 平均 標準 規範 模範 例外 特徴 個性 普遍 原則 原理 原始 初歩 基礎 応用 実際 表面 形式 形態 内部 対外 国内 全国 全面 局所 局地
        中心 周辺 支配 圧倒 優先 優位 選択 集中 分散 漸進 飛躍 爆発 加速 急進 穏健 致命 慢性 病理 医学 生物 生理 遺伝 進化 環境 生態 気候 天文 地質 言語 文法 意味 音声 口語 叙事 物語 感動 印象 対話
        協力 共同 相互 互恵 排他 閉鎖 開放 社交 家庭 母性 女性 男性 官能 刺激 魅惑 健康 衛生 栄養 経験 体験 効率 能率 経営 金銭 物質 営利 投機 封建 貴族 大衆 庶民 階級 植民地 帝国主義 資本主義
        社会主義 民主主義 自由主義 現実主義 画一 均質 立体 平面 空間 時間 日常 季節 突発 断続 連続 周期 規則 機械 電気 電子 磁気 光学 力学 幾何学 心理学 社会学 政治学 経済学 生物学 解剖学 考古学
        人類学 地質学 神話 伝説 呪術 魔術 儀礼 儀式 世俗 禁欲 献身 犠牲 英雄 超人 天才 神経 偏執 自虐 挑発 扇動 威圧 強制 義務 自主 暫定 仮説 潜在 将来 本能 動物 植物 野性 都会 田園 牧歌 家族 地方
        中央 官僚 独裁 専制 良心 盲目 機動 包括 網羅 重点 抜本 付随 副次 補助 二次 一次 三次 多角 多面 一面 一方 全般 巨視 微視 対称 逆説 風刺 叙情 写実 装飾 建築 造形 色彩 音響 自己中心 非協力
        非人道 非合法 反社会 超自然 半永久 国粋 排外 覇権 人種 氏族 血縁 地縁 党派 派閥 差別 集団 集合 公 私 知 美 静 動 病 法 性 量 質 物 人 内 外 霊 詩 劇 史 目 標 端 心 好戦 温情 感傷 懐疑 虚無
        享楽 打算 功利 野心 良識 常識 教養 啓蒙 啓発 指導 管理 監督 行政 司法 立法 憲法 制度 契約 市場 都市 農村 牧畜 狩猟 外面 内面 対症療法 後天 先天 先験 超越 実存 弁証法 形而上学 唯物論 観念
        概念 記号 修辞 比喩 隠喩 触覚 味覚 音韻 統語 語彙 文献 書誌 伝記 自伝 叙述 説明 説得 教訓 寓話 童話
        """;

    /// <summary>Gets the nouns of JUMAN's dictionary, whose costs tell frequent from rare.</summary>
    public required WeightedWords Known { get; init; }

    /// <summary>Gets the nouns of IPADIC that are frequent on web pages.</summary>
    public required WeightedWords Frequent { get; init; }

    /// <summary>Gets the nouns that take the suffix 的.</summary>
    public required WeightedWords TakingSuffix { get; init; }

    public static JapaneseTerms Read(string ipadic, string juman, string frequent)
    {
        List<(string Word, double Weight)> known = [.. File.ReadLines(Path.Combine(juman, "ContentW.csv"))
            .Select(line => line.Split(','))
            .Where(fields => fields[4] == "名詞" && fields[0].All(HanLexicon.IsHan))
            .Select(fields => (fields[0], HanLexicon.WeightOf(int.Parse(fields[3], CultureInfo.InvariantCulture), LowestCost)))];
        HashSet<string> listed = [.. File.ReadLines(frequent).Select(line => line.Trim())];
        var weights = known.GroupBy(word => word.Word).ToDictionary(group => group.Key, group => group.Sum(word => word.Weight), StringComparer.Ordinal);
        var rare = HanLexicon.WeightOf(6000, LowestCost);
        return new JapaneseTerms
        {
            Known = new WeightedWords(known),
            Frequent = new WeightedWords(HanLexicon.Entries(ipadic, "Noun.csv", "Noun.verbal.csv", "Noun.adjv.csv", "Noun.adverbal.csv").Where(word => listed.Contains(word.Word))),
            TakingSuffix = new WeightedWords(BeforeSuffix.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Distinct()
                .Select(word => (word, Math.Sqrt(weights.GetValueOrDefault(word, rare))))),
        };
    }
}
