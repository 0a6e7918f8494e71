using LabTest.Arrow.Types;

namespace LabTest.Arrow;

public sealed partial class Field
{
    /// <summary>Puts a field together step by step.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
        private string _name = string.Empty;
        private IArrowType _type = NullType.Default;
        private bool _nullable = true;

        /// <summary>Sets the name; without it the name is empty.</summary>
        public Builder Name(string value)
        {
            _name = value;
            return this;
        }

        /// <summary>Sets the type; without it the column holds nothing but nulls.</summary>
        public Builder DataType(IArrowType type)
        {
            _type = type;
            return this;
        }

        /// <summary>Sets whether values can be null; without it they can.</summary>
        public Builder Nullable(bool value)
        {
            _nullable = value;
            return this;
        }

        /// <summary>Adds a key and value of the user's own.</summary>
        public Builder Metadata(string key, string value)
        {
            _metadata[key] = value;
            return this;
        }

        /// <summary>Adds keys and values of the user's own.</summary>
        public Builder Metadata(IEnumerable<KeyValuePair<string, string>> pairs)
        {
            ArgumentNullException.ThrowIfNull(pairs);
            foreach (var (key, value) in pairs)
                _metadata[key] = value;
            return this;
        }

        /// <summary>The field as set so far.</summary>
        public Field Build() => new(_name, _type, _nullable, _metadata);
    }
}
