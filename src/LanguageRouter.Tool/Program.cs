using LanguageRouter.Tool;

return await ToolCommand.RunAsync(args, Terminal.OfProcess()).ConfigureAwait(false);
