namespace LabTest.Instruments.Transports;

/// <summary>What came is not the answer that was asked for; the link is out of step.</summary>
/// <param name="message">What came.</param>
/// <param name="advice">What to do; null for the usual advice.</param>
internal sealed class AnswerException(string message, string? advice = null) : FormatException(message)
{
    public string? Advice { get; } = advice;
}
