using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Verification;

namespace LanguageRouter.Paths.Translation;

/// <summary>The ladder around a translator: protect, translate, verify, one more attempt that names what failed, give up.</summary>
/// <remarks>Safe for concurrent use. An error of the translator is not repeated here: that is for the client under it.</remarks>
internal sealed class VerifiedTranslator(ITranslator translator, TranslationOptions options, FidelityGate gate)
{
    private const int ParallelCalls = 4;
    private const int LongSentence = 16;

    public TranslatorProfile Profile => translator.Profile;

    /// <summary>Translates sentences; those that need no translation come back as they are.</summary>
    /// <exception cref="TranslationFailedException">The translator failed, or a sentence failed verification twice.</exception>
    public async Task<string[]> TranslateAsync(TranslationJob job, IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        // 1. Protect. Without an await before it, so that numbers follow the order of the text.
        var results = new string[sentences.Count];
        var open = new List<Slot>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            var text = InlineProtector.Protect(sentences[i], job.NextId, job.Terms, !Profile.FollowsInstructions);
            job.TakeIds(text.Spans.Length);
            results[i] = sentences[i];
            if (LanguageCheck.NeedsTranslation(text.Text, job.Languages))
            {
                open.Add(new Slot(i, text));
            }
        }

        // 2. Translate and verify, then once more what failed.
        for (var attempt = 0; open.Count > 0; attempt++)
        {
            // The context is text of the conversation, too: a translator that obeyed it does not see it again.
            var failed = await AttemptAsync(job, attempt == 0 ? job.Context : null, open, results, cancellationToken).ConfigureAwait(false);
            if (attempt == 0)
            {
                gate.Count(job.Tenant, job.Limits, open.Count, failed.Count(s => !VerificationCodes.IsDoubt(s.Problem!)));
            }
            else
            {
                // A doubt about a negation or a name that the translator was told of and upheld is its judgement against a list of words.
                failed.RemoveAll(s => VerificationCodes.IsDoubt(s.Problem!));
                if (failed.Count > 0)
                {
                    throw new TranslationFailedException(failed[0].Problem!, job.Kind, null);
                }
            }

            open = failed;
        }

        return results;
    }

    private async Task<List<Slot>> AttemptAsync(TranslationJob job, string? context, List<Slot> slots, string[] results, CancellationToken cancellationToken)
    {
        var failed = new List<Slot>();
        var running = new Queue<(List<Slot> Slots, Task<TranslationResult> Call)>();
        foreach (var batch in Batches(slots))
        {
            if (running.Count == ParallelCalls)
            {
                await SettleAsync(running.Dequeue()).ConfigureAwait(false);
            }

            running.Enqueue((batch, Observed(CallAsync(job, context, batch, cancellationToken))));
        }

        while (running.Count > 0)
        {
            await SettleAsync(running.Dequeue()).ConfigureAwait(false);
        }

        return failed;

        async Task SettleAsync((List<Slot> Slots, Task<TranslationResult> Call) next)
        {
            var result = await next.Call.ConfigureAwait(false);
            for (var i = 0; i < next.Slots.Count; i++)
            {
                var slot = next.Slots[i];

                // With another number of texts no text can be trusted to be in its slot.
                var text = result.Texts.Count == next.Slots.Count ? result.Texts[i] : null;
                var problem = TranslationVerifier.Check(slot.Text, text, job, out var restored);
                problem ??= IsSaidTwice(next.Slots, result.Texts, i) ? VerificationCodes.Repetition : null;
                if (problem is null && Profile.FollowsInstructions && RegisterCheck.Differs(restored, job.Register))
                {
                    problem = VerificationCodes.Register;
                }

                results[slot.Index] = restored;
                if (problem is not null)
                {
                    failed.Add(slot with { Problem = problem });
                }
            }
        }
    }

    // Two long sentences that say different things do not have one translation: a translator that obeyed one of them filled the other's slot.
    private static bool IsSaidTwice(List<Slot> slots, IReadOnlyList<string?> texts, int index)
    {
        var source = slots[index].Text.Text;
        for (var i = 0; i < slots.Count && source.Length >= LongSentence; i++)
        {
            var other = slots[i].Text.Text;
            if (i != index && other.Length >= LongSentence && string.Equals(texts[i], texts[index], StringComparison.Ordinal) && !string.Equals(source, other, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<TranslationResult> CallAsync(TranslationJob job, string? context, List<Slot> slots, CancellationToken cancellationToken)
    {
        var request = new TranslationRequest
        {
            SourceLanguage = job.Source,
            TargetLanguage = job.Target,
            Segments = [.. slots.Select(s => new TranslationSegment(s.Text.Text, s.Text.Placeholders) { Problem = s.Problem is null ? null : VerificationProblems.Describe(s.Problem) })],
            Register = job.Register,
            Terms = job.Terms is null || !Profile.FollowsInstructions ? [] : [.. slots.SelectMany(s => job.Terms.In(s.Text.Text)).Distinct()],
            Context = context,
        };

        var time = options.TimeProvider;
        var place = job.Legs.Start();
        var started = time.GetTimestamp();
        var leg = new PathLeg { Kind = job.Kind, ModelId = Profile.Name };
        using var timeout = new CancellationTokenSource(options.TranslatorTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var result = await translator.TranslateAsync(request, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            var complete = result.Texts.Count == slots.Count;
            job.Legs.End(place, leg with
            {
                ModelId = result.ModelId ?? Profile.Name,
                Usage = result.Usage,
                BilledCharacters = result.BilledCharacters,
                Duration = time.GetElapsedTime(started),
                Failure = complete ? null : VerificationCodes.Missing,
            });
            return result;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var code = timeout.IsCancellationRequested ? "translator_timeout" : (e as TranslationFailedException)?.Code ?? "translator_error";
            job.Legs.End(place, leg with { Duration = time.GetElapsedTime(started), Failure = code });
            gate.Count(job.Tenant, job.Limits, slots.Count, slots.Count);
            throw new TranslationFailedException(code, job.Kind, e);
        }
        catch (OperationCanceledException)
        {
            job.Legs.End(place, leg with { Duration = time.GetElapsedTime(started), Failure = "cancelled" });
            throw;
        }
    }

    // Where one call fails the others are not waited for, and their errors concern nobody.
    private static Task<TranslationResult> Observed(Task<TranslationResult> call)
    {
        _ = call.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return call;
    }

    private IEnumerable<List<Slot>> Batches(List<Slot> slots)
    {
        var batch = new List<Slot>();
        var characters = 0;
        foreach (var slot in slots)
        {
            if (batch.Count > 0 && (batch.Count == Profile.MaxSegments || characters + slot.Text.Text.Length > Profile.MaxCharacters))
            {
                yield return batch;
                batch = [];
                characters = 0;
            }

            batch.Add(slot);
            characters += slot.Text.Text.Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private sealed record Slot(int Index, ProtectedText Text)
    {
        public string? Problem { get; init; }
    }
}
