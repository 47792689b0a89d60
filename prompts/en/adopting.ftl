# A lead carries a challenge on in their own name.

adopted-now = You carry this on in your own name now. The person who raised it has been told. They stay hidden from those who answer.
card-adopted = { $name } carries this on. There is nothing you need to do.
who-adopted = { $name }, who carries it on for: { $hidden }
button-adopt = I carry it on in my name
challenge-card-adopt = Will you carry a challenge to { $agency } in your own name?
challenge-page-adopt = A challenge, both sides
challenge-card-carried = A challenge to { $agency }, carried on by a lead
challenge-page-adopter = A challenge you carry
