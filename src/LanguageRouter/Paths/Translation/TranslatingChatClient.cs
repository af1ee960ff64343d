using System.Runtime.CompilerServices;
using LanguageRouter.Paths.Translation.History;
using LanguageRouter.Paths.Translation.Streaming;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>Asks a model in its own language and answers in the user's: translates the request, verifies, and translates the answer back.</summary>
/// <remarks>
/// <para>Safe for concurrent use where the inner client and the translator are. What a request wants is given with
/// <see cref="TranslationWishesExtensions.WithTranslation"/>; a request in the model's language passes through.</para>
/// <para>A translation that fails verification is attempted once more; then the request goes to
/// <see cref="TranslationOptions.Direct"/>, or a <see cref="TranslationFailedException"/> is thrown. After a part of a streamed
/// answer was given away there is no way back: the stream ends with the exception. Errors of the inner client pass unchanged, with
/// a note of the legs until then (see <see cref="PathLegExtensions.GetPathLegs(Exception)"/>).</para>
/// <para>The response carries the legs (see <see cref="PathLegExtensions"/>), and its usage is their sum.</para>
/// </remarks>
public sealed class TranslatingChatClient : DelegatingChatClient
{
    private readonly TranslationOptions _options;
    private readonly FidelityGate _gate;
    private readonly VerifiedTranslator _translator;
    private readonly ShadowStore _shadows;
    private readonly HistoryTranslator _history;
    private readonly OptionsTranslator _said;
    private readonly ToolCallTranslator _calls;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="innerClient">The model that is asked in <see cref="TranslationOptions.ModelLanguage"/>.</param>
    /// <param name="translator">The translator.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    public TranslatingChatClient(IChatClient innerClient, ITranslator translator, TranslationOptions? options = null)
        : this(innerClient, translator, options, gate: null)
    {
    }

    /// <summary>Initializes an instance that shares the measurements of its translator with others.</summary>
    internal TranslatingChatClient(IChatClient innerClient, ITranslator translator, TranslationOptions? options, FidelityGate? gate)
        : base(innerClient)
    {
        ArgumentNullException.ThrowIfNull(translator);
        _options = (options ?? new TranslationOptions()).Validated();
        _gate = gate ?? new FidelityGate(_options.TimeProvider);
        _translator = new VerifiedTranslator(translator, _options, _gate);
        _shadows = new ShadowStore(_options.HistoryCharacters);
        _history = new HistoryTranslator(_translator, _shadows, _options);
        _said = new OptionsTranslator(_translator, _shadows);
        _calls = new ToolCallTranslator(_translator, _shadows);
    }

    /// <inheritdoc/>
    /// <exception cref="TranslationFailedException">The request cannot be translated, or a translation failed, and there is no direct client.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var given = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var plan = RequestPlan.Create(given, options, _options);
        try
        {
            Admit(plan);
            return await TranslatedAsync(plan, given, options, cancellationToken).ConfigureAwait(false);
        }
        catch (TranslationFailedException e)
        {
            if (_options.Direct is null)
            {
                throw e.For(plan.Legs, committed: false);
            }
        }
        catch (Exception e)
        {
            e.SetPathLegs(plan.Legs.ToList());
            throw;
        }

        try
        {
            return await AskAsync(_options.Direct, plan, given, Inner(options), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            e.SetPathLegs(plan.Legs.ToList());
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="TranslationFailedException">As without streaming; or a part of the answer failed after others were given away.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var given = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var plan = RequestPlan.Create(given, options, _options);
        var committed = false;
        var updates = WithLegs(plan.Legs, StreamTranslatedAsync(plan, given, options, cancellationToken), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (TranslationFailedException e)
                {
                    if (committed || _options.Direct is null)
                    {
                        throw e.For(plan.Legs, committed);
                    }

                    break;
                }

                committed = true;
                yield return updates.Current;
            }
        }

        await foreach (var update in WithLegs(plan.Legs, Accounted(plan, _options.Direct, given, options, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <summary>Tells how the translator has done for a tenant.</summary>
    /// <param name="tenant">The tenant; <see langword="null"/> for requests that name none.</param>
    /// <returns>The sample, and whether the tenant's requests are translated.</returns>
    public TranslationFidelity GetFidelity(string? tenant) => _gate.Read(tenant);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _shadows.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<ChatResponse> TranslatedAsync(RequestPlan plan, IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        // 1. The request.
        if (plan.TranslatesIn)
        {
            messages = await _history.TranslateAsync(plan, messages, cancellationToken).ConfigureAwait(false);
            options = await _said.TranslateAsync(plan, options, cancellationToken).ConfigureAwait(false);
        }

        // 2. The answer.
        var response = await AskAsync(InnerClient, plan, messages, Inner(options, plan), cancellationToken).ConfigureAwait(false);
        if (!plan.TranslatesOut)
        {
            return response;
        }

        // 3. Its translation.
        var original = response.Text;
        var job = plan.OutboundJob(null);
        for (var i = 0; i < response.Messages.Count; i++)
        {
            response.Messages[i] = await WholeAnswer.TranslateAsync(_translator, plan, job, _shadows, _calls, response.Messages[i], cancellationToken).ConfigureAwait(false);
        }

        response.Usage = plan.Legs.TotalUsage();
        response.SetPathLegs(plan.Legs.ToList());
        if (plan.Wishes.IncludeOriginal)
        {
            response.SetUntranslatedText(original);
        }

        return response;
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamTranslatedAsync(RequestPlan plan, IReadOnlyList<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Admit(plan);
        if (plan.TranslatesIn)
        {
            messages = await _history.TranslateAsync(plan, messages, cancellationToken).ConfigureAwait(false);
            options = await _said.TranslateAsync(plan, options, cancellationToken).ConfigureAwait(false);
        }

        if (!plan.TranslatesOut)
        {
            await foreach (var update in Accounted(plan, InnerClient, messages, options, cancellationToken).ConfigureAwait(false))
            {
                yield return update;
            }

            yield break;
        }

        var answer = new StreamedAnswer(_translator, plan, plan.OutboundJob(null), _calls, _options);
        var model = InnerClient.GetStreamingResponseAsync(messages, Inner(options, plan), cancellationToken);
        await foreach (var update in answer.ReadAsync(model, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }

        if (answer.IsWhole)
        {
            _shadows.Keep(plan.AnswerKey(answer.Translated), answer.Original);
        }
    }

    // Passes the updates of a client on as they come; the usage of all legs and the legs follow.
    private async IAsyncEnumerable<ChatResponseUpdate> Accounted(RequestPlan plan, IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = plan.Legs.Start();
        var started = _options.TimeProvider.GetTimestamp();
        var final = new FinalUpdate(plan.Legs);
        UsageDetails? usage = null;
        string? modelId = null;
        var ended = false;
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, Inner(options), cancellationToken).ConfigureAwait(false))
            {
                final.Observe(update);
                modelId ??= update.ModelId;
                var reported = update.Contents.OfType<UsageContent>().ToArray();
                foreach (var content in reported)
                {
                    (usage ??= new UsageDetails()).Add(content.Details);
                }

                if (reported.Length == 0)
                {
                    yield return update;
                }
                else if (reported.Length < update.Contents.Count)
                {
                    var rest = update.Clone();
                    rest.Contents = [.. update.Contents.Where(c => c is not UsageContent)];
                    yield return rest;
                }
            }

            ended = true;
        }
        finally
        {
            var failure = ended ? null : cancellationToken.IsCancellationRequested ? AnswerFailure.Cancelled : AnswerFailure.ModelError;
            plan.Legs.End(place, new PathLeg { Kind = LegKind.Answer, ModelId = modelId, Usage = usage, Duration = _options.TimeProvider.GetElapsedTime(started), Failure = failure });
        }

        yield return final.Update([]);
    }

    private async Task<ChatResponse> AskAsync(IChatClient client, RequestPlan plan, IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var place = plan.Legs.Start();
        var started = _options.TimeProvider.GetTimestamp();
        var leg = new PathLeg { Kind = LegKind.Answer };
        try
        {
            var response = await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            plan.Legs.End(place, leg with { ModelId = response.ModelId, Usage = response.Usage, Duration = _options.TimeProvider.GetElapsedTime(started) });
            response.Usage = plan.Legs.TotalUsage();
            response.SetPathLegs(plan.Legs.ToList());
            return response;
        }
        catch (Exception e)
        {
            plan.Legs.End(place, leg with { Failure = AnswerFailure.Of(e), Duration = _options.TimeProvider.GetElapsedTime(started) });
            throw;
        }
    }

    // Notes on an error of the model which calls had been made until then.
    private static async IAsyncEnumerable<ChatResponseUpdate> WithLegs(LegLog legs, IAsyncEnumerable<ChatResponseUpdate> given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var updates = given.GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (Exception e) when (e is not TranslationFailedException)
                {
                    e.SetPathLegs(legs.ToList());
                    throw;
                }

                yield return updates.Current;
            }
        }
    }

    // Refuses what the translator cannot do, has not done well or cannot do safely, before anything is spent.
    private void Admit(RequestPlan plan)
    {
        if ((plan.TranslatesIn || plan.TranslatesOut) && !_gate.Read(plan.Wishes.Tenant).IsAdmitted)
        {
            throw new TranslationFailedException("gate");
        }

        if (plan.Unsafe is not null)
        {
            throw new TranslationFailedException(plan.Unsafe);
        }

        if ((plan.TranslatesIn && !_translator.Profile.Supports(plan.UserLanguage, plan.ModelLanguage))
            || (plan.TranslatesOut && !_translator.Profile.Supports(plan.ModelLanguage, plan.AnswerLanguage)))
        {
            throw new TranslationFailedException("language_not_supported");
        }
    }

    // The model sees neither our wishes nor stop sequences that are meant for the translation of its words.
    private static ChatOptions? Inner(ChatOptions? options, RequestPlan? plan = null)
    {
        if (options.GetTranslationWishes() is null && plan?.StopSequences is not { Count: > 0 })
        {
            return options;
        }

        var inner = options!.Clone();
        inner.RemoveTranslationWishes();
        inner.StopSequences = plan?.StopSequences is { Count: > 0 } ? null : inner.StopSequences;
        return inner;
    }
}
