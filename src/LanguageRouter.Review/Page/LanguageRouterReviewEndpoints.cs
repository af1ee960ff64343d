using LanguageRouter.Review.Page;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves the review page.</summary>
public static class LanguageRouterReviewEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Maps the review page and what it reads under a path.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The path. Default: <c>/language-router</c>.</param>
    /// <returns>The endpoints, for <c>RequireAuthorization()</c>.</returns>
    /// <remarks>
    /// Only requests from the same machine are answered, unless the application authorises the endpoints itself. <c>AddLanguageRouterReview</c>
    /// must be registered, or at least an <see cref="IRecordStore"/>. Verdicts are drawn on the registered <see cref="VerdictTerms"/>, or else on the defaults.
    /// </remarks>
    public static IEndpointConventionBuilder MapLanguageRouterReview(this IEndpointRouteBuilder endpoints, string path = "/language-router")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(path);
        var group = endpoints.MapGroup(path.TrimEnd('/'));
        group.MapGet("/", Guarded((context, _) =>
        {
            // Relative names of assets need a folder.
            if (!context.Request.Path.Value!.EndsWith('/'))
            {
                context.Response.Redirect($"{context.Request.PathBase}{context.Request.Path}/{context.Request.QueryString}");
                return Task.CompletedTask;
            }

            return WriteAsync(context, "text/html; charset=utf-8", ReviewAssets.Find("index.html"));
        }));
        group.MapGet("/{name}", Guarded((context, _) =>
        {
            var name = (string)context.GetRouteValue("name")!;
            return WriteAsync(context, ReviewAssets.ContentType(name), ReviewAssets.Find(name));
        }));
        group.MapGet("/api/{view}", Guarded(async (context, views) =>
            await WriteAsync(
                context, "application/json", await views.WriteAsync((string)context.GetRouteValue("view")!, name => context.Request.Query[name], context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false)));
        group.MapGet("/api/decisions/{id:guid}", Guarded(async (context, views) =>
            await WriteAsync(
                context, "application/json", await views.WriteDecisionAsync(Guid.Parse((string)context.GetRouteValue("id")!), context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false)));
        return group;
    }

    private static RequestDelegate Guarded(Func<HttpContext, ReviewViews, Task> answer) => async context =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        if (!ReviewAccess.IsAllowed(context))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync(
                "The review page answers only to the machine it runs on. Fix: open it there, or authorise it in the application: MapLanguageRouterReview().RequireAuthorization(...).",
                context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var services = context.RequestServices;
        var views = new ReviewViews(
            services.GetRequiredService<IRecordStore>(), services.GetService<StoreStatus>(), services.GetService<VerdictTerms>(), services.GetService<TimeProvider>() ?? TimeProvider.System);
        try
        {
            await answer(context, views).ConfigureAwait(false);
        }
        catch (FormatException exception)
        {
            await WriteErrorAsync(context, StatusCodes.Status400BadRequest, exception.Message).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidDataException)
        {
            await WriteErrorAsync(context, StatusCodes.Status503ServiceUnavailable, $"The store cannot be read: {exception.Message}").ConfigureAwait(false);
        }
    };

    private static Task WriteErrorAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, string contentType, byte[]? body)
    {
        if (body is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
