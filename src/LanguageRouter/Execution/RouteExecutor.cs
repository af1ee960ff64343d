using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LanguageRouter.Decisions;
using LanguageRouter.Paths;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>Carries out a decision. Another route is tried only while no output has reached the caller.</summary>
internal sealed class RouteExecutor(RouteClients clients, RouteErrorClassifiers classifiers, RoutingTelemetry telemetry, TimeProvider time)
{
    public async Task<ChatResponse> GetResponseAsync(RoutingRequest request, RouteExecution execution, CancellationToken cancellationToken)
    {
        var candidates = Candidates(request, execution.Decision);
        for (var i = 0; ; i++)
        {
            if (!await execution.Budget.TryReserveAsync(candidates[i], isLast: i + 1 == candidates.Length, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            var attempt = new AttemptScope(candidates[i], execution, telemetry, time);
            try
            {
                var response = await clients.Get(attempt.Route)
                    .GetResponseAsync(request.Messages, OptionsFor(attempt.Route, request, execution.Decision), cancellationToken).ConfigureAwait(false);
                attempt.Succeed(LegsOf(response, attempt));
                return response;
            }
            catch (Exception exception) when (attempt.Fail(exception, classifiers, cancellationToken) && i + 1 < candidates.Length)
            {
                telemetry.FailedOver(candidates[i], candidates[i + 1]);
            }
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        RoutingRequest request, RouteExecution execution, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // 1. Open the stream of the first route that says something; until then nothing is committed. Endpoints open their streams with an
        //    update that only names the role, long before the model's first token or its failure: such updates are held back.
        var candidates = Candidates(request, execution.Decision);
        var silent = new List<ChatResponseUpdate>();
        IAsyncEnumerator<ChatResponseUpdate>? updates = null;
        AttemptScope attempt;
        bool more;
        for (var i = 0; ; i++)
        {
            if (!await execution.Budget.TryReserveAsync(candidates[i], isLast: i + 1 == candidates.Length, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            attempt = new AttemptScope(candidates[i], execution, telemetry, time);
            try
            {
                updates = clients.Get(attempt.Route)
                    .GetStreamingResponseAsync(request.Messages, OptionsFor(attempt.Route, request, execution.Decision), cancellationToken)
                    .GetAsyncEnumerator(cancellationToken);
                more = await updates.MoveNextAsync().ConfigureAwait(false);
                while (more && IsSilent(updates.Current))
                {
                    silent.Add(updates.Current);
                    more = await updates.MoveNextAsync().ConfigureAwait(false);
                }

                break;
            }
            catch (Exception exception) when (attempt.Fail(exception, classifiers, cancellationToken) && i + 1 < candidates.Length)
            {
                telemetry.FailedOver(candidates[i], candidates[i + 1]);
                silent.Clear();
                if (updates is not null)
                {
                    await updates.DisposeAsync().ConfigureAwait(false);
                }
            }
        }

        // 2. Pass the updates on. From here an error reaches the caller; a caller that stops reading has cancelled.
        try
        {
            foreach (var update in silent)
            {
                attempt.Observe(update);
                yield return update;
            }

            while (more)
            {
                attempt.Observe(updates.Current);
                yield return updates.Current;
                try
                {
                    more = await updates.MoveNextAsync().ConfigureAwait(false);
                }
                catch (Exception exception) when (attempt.Break(exception, classifiers, cancellationToken))
                {
                    throw;
                }
            }

            attempt.Succeed(attempt.ObservedLegs());
        }
        finally
        {
            attempt.CancelUnlessEnded();
            await updates.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static bool IsSilent(ChatResponseUpdate update) =>
        update.FinishReason is null && update.Contents.All(content => content is TextContent { Text: "" });

    // The target first, then the eligible others by total; an observed tenant and a provider's conversation stay where they are.
    private static ImmutableArray<Route> Candidates(RoutingRequest request, RoutingDecision decision)
    {
        if (decision.Mode == RoutingMode.Observe || request.ProviderConversation is not null)
        {
            return [decision.Target];
        }

        return
        [
            decision.Target,
            .. decision.Scores
                .Where(score => score.Standing is RouteStanding.Scored or RouteStanding.Chosen && !ReferenceEquals(score.Route, decision.Target))
                .OrderByDescending(score => score.Total)
                .Select(score => score.Route),
        ];
    }

    private static ChatOptions OptionsFor(Route route, RoutingRequest request, RoutingDecision decision)
    {
        var options = request.Options?.Clone() ?? new ChatOptions();
        RoutingProperties.Remove(options);
        options.ModelId = route.RequestModelId;
        var signals = decision.Signals;
        if (route.ReasoningLanguage is not null)
        {
            (options.AdditionalProperties ??= [])[RoutingProperties.AnswerLanguage] = signals.AnswerLanguage;
        }

        if (route.Kind == RouteKind.Translated)
        {
            options.WithTranslation(new TranslationWishes
            {
                Tenant = decision.Tenant,
                ConversationId = request.Conversation,
                UserLanguage = signals.Language.IsUndetermined ? null : signals.Language.Tag,
                AnswerLanguage = signals.AnswerLanguage == DetectedLanguage.Undetermined ? null : signals.AnswerLanguage,
            });
        }

        return options;
    }

    private static IReadOnlyList<PathLeg> LegsOf(ChatResponse response, AttemptScope attempt) =>
        response.GetPathLegs() is { Count: > 0 } legs ? legs : [attempt.AnswerLeg(response.ModelId, response.Usage)];
}
