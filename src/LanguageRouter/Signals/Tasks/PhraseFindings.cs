namespace LanguageRouter.Signals.Tasks;

/// <summary>What the phrases and the form of a turn show, without the trained model.</summary>
internal static class PhraseFindings
{
    /// <summary>Reads a turn.</summary>
    /// <param name="instruction">The instruction; its text is not empty.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="context">What is already known of the request.</param>
    public static TaskFinding Of(Instruction instruction, ChoiceList choices, TaskContext context)
    {
        var text = instruction.Text;
        var zones = new InstructionZones(text, choices);
        var sink = new CueSink(instruction, zones);
        sink.ReadRequests();
        if (TaskDecision.Asked(text, choices, sink, context) is { } asked)
        {
            return asked;
        }

        if (TaskDecision.Shape(text, choices, sink) is { } shape)
        {
            return shape;
        }

        // Without a question a topic decides nothing.
        if (choices.IsPresent || TaskDecision.Asks(text, sink))
        {
            sink.ReadTopics();
        }

        return TaskDecision.Question(text, zones, choices, sink);
    }
}
