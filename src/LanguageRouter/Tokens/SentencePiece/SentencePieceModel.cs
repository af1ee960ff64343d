namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>What a <c>.model</c> file says, as read.</summary>
/// <remarks>Source: sentencepiece_model.proto; defaults are the file format's.</remarks>
internal sealed class SentencePieceModel
{
    public List<Piece> Pieces { get; } = [];

    public SentencePieceAlgorithm Algorithm { get; private set; } = SentencePieceAlgorithm.Unigram;

    public bool ByteFallback { get; private set; }

    public bool TreatWhitespaceAsSuffix { get; private set; }

    public string UnknownSurface { get; private set; } = " \u2047 ";

    public byte[] CharsMap { get; private set; } = [];

    public bool AddDummyPrefix { get; private set; } = true;

    public bool RemoveExtraWhitespaces { get; private set; } = true;

    public bool EscapeWhitespaces { get; private set; } = true;

    /// <exception cref="InvalidDataException">The bytes are no SentencePiece model, or ask for what this reader cannot do.</exception>
    public static SentencePieceModel Read(ReadOnlySpan<byte> file)
    {
        var model = new SentencePieceModel();
        var reader = new ProtobufReader(file);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1: model.Pieces.Add(ReadPiece(reader.Bytes)); break;
                case 2: model.ReadTrainer(reader.Bytes); break;
                case 3: model.ReadNormalizer(reader.Bytes); break;
            }
        }

        model.Check();
        return model;
    }

    private static Piece ReadPiece(ReadOnlySpan<byte> message)
    {
        var (text, score, kind) = (string.Empty, 0f, PieceKind.Normal);
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1: text = reader.Text; break;
                case 2: score = reader.Single; break;
                case 3: kind = (PieceKind)reader.Integer; break;
            }
        }

        return new Piece(text, score, kind);
    }

    private void ReadTrainer(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 3: Algorithm = (SentencePieceAlgorithm)reader.Integer; break;
                case 24: TreatWhitespaceAsSuffix = reader.Boolean; break;
                case 35: ByteFallback = reader.Boolean; break;
                case 44: UnknownSurface = reader.Text; break;
            }
        }
    }

    private void ReadNormalizer(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 2: CharsMap = reader.Bytes.ToArray(); break;
                case 3: AddDummyPrefix = reader.Boolean; break;
                case 4: RemoveExtraWhitespaces = reader.Boolean; break;
                case 5: EscapeWhitespaces = reader.Boolean; break;
            }
        }
    }

    private void Check()
    {
        if (Pieces.Count == 0)
        {
            throw new InvalidDataException("The SentencePiece model has no pieces.");
        }

        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var id = 0; id < Pieces.Count; id++)
        {
            if (Pieces[id].Text.Length > 0 && !texts.Add(Pieces[id].Text))
            {
                throw new InvalidDataException($"The SentencePiece model's piece number {id} is there twice.");
            }

            if (!float.IsFinite(Pieces[id].Score))
            {
                throw new InvalidDataException($"The SentencePiece model's piece number {id} has a score that is no number.");
            }
        }

        if (Algorithm is not (SentencePieceAlgorithm.Unigram or SentencePieceAlgorithm.Bpe))
        {
            throw new InvalidDataException($"The SentencePiece model type {Algorithm} is not supported; Unigram and BPE are.");
        }

        if (Pieces.Count(piece => piece.Kind == PieceKind.Unknown) != 1)
        {
            throw new InvalidDataException("The SentencePiece model must have exactly one unknown piece.");
        }

        if (ByteFallback && Pieces.Count(piece => piece.Kind == PieceKind.Byte) != 256)
        {
            throw new InvalidDataException("The SentencePiece model asks for byte fallback but does not have 256 byte pieces.");
        }
    }
}
