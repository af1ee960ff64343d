using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using LanguageRouter.Paths.Translation.Contract;
using LanguageRouter.Paths.Translation.History;
using LanguageRouter.Paths.Translation.Segmentation;
using LanguageRouter.Paths.Translation.Structure;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation.Streaming;

/// <summary>Translates one streamed answer while it arrives.</summary>
/// <remarks>
/// A producer reads the model, cuts sentences and starts their translation; the reader takes them in order. Between them
/// wait at most <see cref="TranslationOptions.LookAhead"/> parts: a slow reader slows the model down. Made for one request.
/// </remarks>
internal sealed class StreamedAnswer(VerifiedTranslator translator, RequestPlan plan, TranslationJob job, ToolCallTranslator calls, TranslationOptions options)
{
    private readonly StringBuilder _original = new();
    private readonly StringBuilder _json = new();
    private readonly StringBuilder _translated = new();
    private readonly Assembler _assembler = new();
    private readonly SentenceBatcher _batcher = new();
    private TextSegmenter _segmenter = new();

    /// <summary>Gets the answer as the model wrote it, so far.</summary>
    public string Original => _original.ToString();

    /// <summary>Gets a value indicating whether the reader has the whole answer: no stop sequence ended it.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Gets the answer as the reader has it, so far.</summary>
    public string Translated => _translated.ToString();

    /// <summary>Reads the answer.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(IAsyncEnumerable<ChatResponseUpdate> model, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<AnswerPart>(new BoundedChannelOptions(options.LookAhead) { SingleReader = true, SingleWriter = true });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var producer = ProduceAsync(model, channel.Writer, ended.Token);
        var final = new FinalUpdate(plan.Legs);
        List<AIContent>? held = [];
        var stop = new StopFilter(plan.StopSequences);
        try
        {
            await foreach (var part in channel.Reader.ReadAllAsync(ended.Token).ConfigureAwait(false))
            {
                final.Observe(part.Origin);
                var text = stop.Add(await TextOfAsync(part, ended.Token).ConfigureAwait(false));
                if (part.EndsText)
                {
                    text += stop.End();
                }

                var content = part.Content is null ? null : await part.Content.WaitAsync(ended.Token).ConfigureAwait(false);
                if (held is not null && content is TextReasoningContent)
                {
                    // Thoughts alone do not commit to an answer: they wait for its first words.
                    held.Add(content);
                    continue;
                }

                if (text.Length == 0 && content is null && !stop.Stopped)
                {
                    continue;
                }

                _translated.Append(text);
                var contents = held ?? [];
                held = null;
                if (text.Length > 0)
                {
                    contents.Add(new TextContent(text));
                }

                if (content is not null)
                {
                    contents.Add(content);
                }

                yield return FinalUpdate.Like(part.Origin, contents);
                if (stop.Stopped)
                {
                    final.Stop();
                    IsWhole = false;
                    break;
                }
            }

            if (stop.Stopped)
            {
                // The usage of what the model wrote so far is known when it has stopped.
                await ended.CancelAsync().ConfigureAwait(false);
                await producer.ConfigureAwait(false);
            }

            if (held is { Count: > 0 })
            {
                yield return final.Update(held);
            }

            var last = final.Update([]);
            if (plan.Wishes.IncludeOriginal)
            {
                last.SetUntranslatedText(Original);
            }

            yield return last;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await producer.ConfigureAwait(false);
            while (channel.Reader.TryRead(out var part))
            {
                Forget(part.Translation);
            }
        }
    }

    private async Task<string> TextOfAsync(AnswerPart part, CancellationToken cancellationToken)
    {
        if (part.Whole is not null)
        {
            return await part.Whole.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var translations = part.Translation is null ? [] : await part.Translation.WaitAsync(cancellationToken).ConfigureAwait(false);
        var text = new StringBuilder();
        TextTranslation.Append(text, _assembler, part.Pieces, translations);
        return part.EndsText ? text.Append(_assembler.End()).ToString() : text.ToString();
    }

    // Never throws: what went wrong goes to the reader, after the parts before it.
    private async Task ProduceAsync(IAsyncEnumerable<ChatResponseUpdate> model, ChannelWriter<AnswerPart> writer, CancellationToken cancellationToken)
    {
        var place = plan.Legs.Start();
        var started = options.TimeProvider.GetTimestamp();
        var usage = default(UsageDetails);
        var modelId = default(string);
        Exception? failure = null;
        try
        {
            var last = new ChatResponseUpdate();
            await foreach (var update in PromptEnumeration.Of(model, cancellationToken).ConfigureAwait(false))
            {
                if (last.MessageId is not null && update.MessageId is not null && last.MessageId != update.MessageId)
                {
                    await EndTextAsync(last, writer, cancellationToken).ConfigureAwait(false);
                }

                last = update;
                modelId ??= update.ModelId;
                foreach (var content in update.Contents)
                {
                    switch (content)
                    {
                        case UsageContent reported:
                            (usage ??= new UsageDetails()).Add(reported.Details);
                            break;
                        case TextContent text:
                            _original.Append(text.Text);
                            if (plan.Json is not null)
                            {
                                _json.Append(text.Text);
                                break;
                            }

                            _segmenter.Append(text.Text);
                            await DrainAsync(update, writer, complete: false, cancellationToken).ConfigureAwait(false);
                            break;
                        default:
                            await EndTextAsync(update, writer, cancellationToken).ConfigureAwait(false);
                            var translated = calls.ForToolAsync(plan, job, content, cancellationToken);
                            Forget(translated);
                            await writer.WriteAsync(new AnswerPart { Content = translated, Origin = update }, cancellationToken).ConfigureAwait(false);
                            break;
                    }
                }

                if (update.FinishReason is not null)
                {
                    await writer.WriteAsync(new AnswerPart { Origin = update }, cancellationToken).ConfigureAwait(false);
                }
            }

            await EndTextAsync(last, writer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failure = e;
        }

        plan.Legs.End(place, new PathLeg
        {
            Kind = LegKind.Answer,
            ModelId = modelId,
            Usage = usage,
            Duration = options.TimeProvider.GetElapsedTime(started),
            Failure = failure is null ? null : AnswerFailure.Of(failure),
        });
        writer.Complete(failure);
    }

    private async Task EndTextAsync(ChatResponseUpdate origin, ChannelWriter<AnswerPart> writer, CancellationToken cancellationToken)
    {
        if (_json.Length > 0)
        {
            var whole = JsonTranslation.TranslateAsync(translator, job, _json.ToString(), plan.Json!, cancellationToken);
            Forget(whole);
            await writer.WriteAsync(new AnswerPart { Whole = whole, EndsText = true, Origin = origin }, cancellationToken).ConfigureAwait(false);
            _json.Clear();
            return;
        }

        await DrainAsync(origin, writer, complete: true, cancellationToken).ConfigureAwait(false);
        _segmenter = new TextSegmenter();
    }

    private async Task DrainAsync(ChatResponseUpdate origin, ChannelWriter<AnswerPart> writer, bool complete, CancellationToken cancellationToken)
    {
        while (_segmenter.TryRead(complete, out var piece))
        {
            if (_batcher.Add(piece) is { } group)
            {
                await SendAsync(group, false).ConfigureAwait(false);
            }
        }

        if (complete)
        {
            await SendAsync(_batcher.Take() ?? [], true).ConfigureAwait(false);
        }

        async Task SendAsync(List<TextPiece> group, bool end)
        {
            // Room first: a translation is not started for a reader that is too far behind.
            await writer.WaitToWriteAsync(cancellationToken).ConfigureAwait(false);
            var prose = group.Where(p => p.IsProse).Select(p => p.Text).ToArray();
            var translation = prose.Length == 0 ? null : translator.TranslateAsync(job, prose, cancellationToken);
            var part = new AnswerPart { Pieces = group, Translation = translation, EndsText = end, Origin = origin };
            Forget(translation);
            await writer.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        }
    }

    // The reader may never come to a translation that failed; its exception is then of no interest.
    private static void Forget(Task? translation) =>
        translation?.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
