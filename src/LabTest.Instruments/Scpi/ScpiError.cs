namespace LabTest.Instruments.Scpi;

/// <summary>An entry of an error queue (SCPI-99, volume 2, chapter 21).</summary>
internal readonly record struct ScpiError(int Code, string Message)
{
    public static ScpiError None { get; } = new(0, "No error");

    public static ScpiError Syntax { get; } = new(-102, "Syntax error");

    public static ScpiError DataType { get; } = new(-104, "Data type error");

    public static ScpiError ParameterNotAllowed { get; } = new(-108, "Parameter not allowed");

    public static ScpiError MissingParameter { get; } = new(-109, "Missing parameter");

    public static ScpiError UndefinedHeader { get; } = new(-113, "Undefined header");

    public static ScpiError HeaderSuffix { get; } = new(-114, "Header suffix out of range");

    public static ScpiError DataOutOfRange { get; } = new(-222, "Data out of range");

    public static ScpiError IllegalParameterValue { get; } = new(-224, "Illegal parameter value");

    public static ScpiError DeviceSpecific { get; } = new(-300, "Device-specific error");

    public static ScpiError QueueOverflow { get; } = new(-350, "Queue overflow");

    public static ScpiError InputBufferOverrun { get; } = new(-363, "Input buffer overrun");

    public static ScpiError QueryDeadlocked { get; } = new(-430, "Query DEADLOCKED");

    /// <summary>The bit of the standard event status register that the error sets (IEEE 488.2, section 11.5.1).</summary>
    public int EventBit => Code switch
    {
        <= -100 and > -200 => 1 << 5,
        <= -200 and > -300 => 1 << 4,
        <= -400 and > -500 => 1 << 2,
        _ => 1 << 3,
    };

    /// <summary>Reads an answer such as <c>-222,"Data out of range"</c>; some instruments write <c>0  No Error</c>.</summary>
    public static bool TryParse(string answer, out ScpiError error)
    {
        var text = answer.AsSpan().Trim();
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || (length == 0 && text[0] is '-' or '+')))
            length++;
        var rest = text[length..];
        var isCode = int.TryParse(text[..length], out var code) && (rest.IsEmpty || rest[0] is ',' or ' ');
        error = isCode ? new ScpiError(code, rest.TrimStart(", ").Trim('"').ToString()) : default;
        return isCode;
    }

    public override string ToString() => $"{Code},{StringData.Quote(Message)}";
}
